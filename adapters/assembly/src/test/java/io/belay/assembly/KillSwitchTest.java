package io.belay.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.release.RollbackGuards;
import io.belay.core.testkit.InMemorySystem;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class KillSwitchTest {
    private final InMemorySystem system = new InMemorySystem("cloudwatch", "errors");

    private static KillSwitch saying(String why) {
        return KillSwitch.in(Map.of("BELAY_ROLLBACK_OFF", why));
    }

    private static RollbackGuards off(String why) {
        var usual = RollbackGuards.DEFAULT;
        return new RollbackGuards(
                usual.maxAlarmAge(),
                usual.cooldown(),
                usual.most(),
                usual.window(),
                usual.schema(),
                Optional.of(why),
                usual.gate(),
                usual.skew());
    }

    @Test
    void whatTheEnvironmentSaysIsTheReason() {
        assertThat(saying("we look into it").on(system.spec()).rollback().guards())
                .isEqualTo(off("we look into it"));
    }

    @Test
    void anyTextForbidsIt() {
        assertThat(saying("false").on(system.spec()).rollback().guards().off()).contains("false");
    }

    @Test
    void itIsAddedToWhatTheFileSays() {
        assertThat(saying("we look into it")
                        .on(system.spec(off("sale")))
                        .rollback()
                        .guards())
                .isEqualTo(off("sale; we look into it"));
    }

    @Test
    void nothingSaidForbidsNothing() {
        var spec = system.spec();

        assertThat(KillSwitch.in(Map.of()).on(spec)).isSameAs(spec);
        assertThat(saying(" ").on(spec)).isSameAs(spec);
    }
}
