package io.belay.image.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EngineTest {
    @Test
    void onItsOwnMachineAContainerSharesTheNetwork() {
        var engine = new Engine("docker", false);

        assertThat(engine.reached(9000)).containsExactly("--network=host");
        assertThat(engine.reaching()).containsExactly("--network=host");
        assertThat(engine.here()).isEqualTo("127.0.0.1");
    }

    /** Docker Desktop's containers run on a machine of their own, whose network is not this one's. */
    @Test
    void onAMachineOfItsOwnAPortIsPublishedOnTheLoopback() {
        var engine = new Engine("docker", true);

        assertThat(engine.reached(9000)).containsExactly("-p", "127.0.0.1:9000:9000");
        assertThat(engine.reaching()).isEmpty();
        assertThat(engine.here()).isEqualTo("host.docker.internal");
    }

    @Test
    void podmanIsToldToLeaveNoFolderToWriteTo() {
        assertThat(new Engine("podman", false).nowhereToWrite()).containsExactly("--read-only-tmpfs=false");
        assertThat(new Engine("docker", false).nowhereToWrite()).isEmpty();
    }
}
