package io.belay.adapter.compose.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.release.Memory;
import io.belay.core.release.Revision;
import io.belay.core.release.Standing;
import io.belay.core.testkit.ComposeHost;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the host's script wants sh and flock")
class RemoteComposeTargetTest {
    private final ComposeHost host;
    private final RemoteComposeTarget target;

    RemoteComposeTargetTest(@TempDir Path folder) {
        host = new ComposeHost(folder);
        target = new RemoteComposeTarget(host.shell(), host.project().toString(), ComposeHost.FILE);
    }

    private Standing read() throws InterruptedException {
        return target.read(ComposeHost.soon());
    }

    private Revision goodThenBad() throws InterruptedException {
        host.registry(1, 2);
        host.deploy(1);
        var first = read();
        target.remember(first, Memory.EMPTY, ComposeHost.soon());
        host.deploy(2);
        return first.current().orElseThrow();
    }

    private static void refused(Fault.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PortException.class,
                        refused -> assertThat(refused.fault().kind()).isEqualTo(kind));
    }

    @Test
    void eachServiceIsPinnedByDigest() throws Exception {
        var good = goodThenBad();

        target.prepare(read(), good, ComposeHost.soon());
        target.shift(read(), good, Memory.EMPTY, ComposeHost.soon());

        assertThat(Files.readString(host.project().resolve(".belay/images.yml")))
                .isEqualTo("""
                        services:
                          backend:
                            image: "%s"
                          frontend:
                            image: "%s"
                        """.formatted(ComposeHost.pin("backend", 1), ComposeHost.pin("frontend", 1)));
        assertThat(read().only(good)).isTrue();
    }

    @Test
    void readingLeavesNothingOnTheHost() throws Exception {
        host.deploy(1);

        read();

        assertThat(host.project()).isEmptyDirectory();
    }

    @Test
    void anImageThatCannotBePulledIsRefusedBeforeAnythingMoves() throws Exception {
        var good = goodThenBad();
        host.registry(2);

        assertThatThrownBy(() -> target.prepare(read(), good, ComposeHost.soon()))
                .hasMessageStartingWith("rejected: an image cannot be pulled: ")
                .hasMessageContaining("manifest unknown");
    }

    @Test
    void whatSomebodyDeploysBetweenReadingAndWritingStays() throws Exception {
        var good = goodThenBad();
        var seen = read();
        host.shell().before(() -> {});
        host.shell().before(() -> host.deploy(3));

        refused(Fault.Kind.CONFLICT, () -> target.shift(seen, good, Memory.EMPTY, ComposeHost.soon()));

        assertThat(read().revisions().getFirst().label()).contains(ComposeHost.pin("backend", 3));
    }

    @ParameterizedTest
    @CsvSource({
        "running starting 0, Moving, backend is running and starting",
        "created none 0, Moving, backend is created",
        "running unhealthy 0, Broken, backend is running and unhealthy",
        "exited none 1, Broken, backend is exited"
    })
    void aContainerThatIsNotWellIsNamed(String how, String kind, String words) throws Exception {
        host.run(1, how);

        assertThat(read().condition().getClass().getSimpleName()).isEqualTo(kind);
        assertThat(read().condition().toString()).contains(words);
    }

    @Test
    void aJobThatEndedWellIsWell() throws Exception {
        host.run(1, "exited none 0");

        assertThat(read().condition()).isEqualTo(new Standing.Condition.Settled());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/opt/wms; rm -rf /", "/opt/$(id)", "/opt/'wms'", "opt", "/opt/wms\nid"})
    void aFolderThatWouldMeanSomethingToAShellIsRefused(String folder) {
        assertThatThrownBy(() -> new RemoteComposeTarget(host.shell(), folder, ComposeHost.FILE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aServiceWithoutADigestIsNotReturnedTo() throws Exception {
        host.run(1, "running healthy 0");
        Files.writeString(
                host.project().resolve("../bin/containers"),
                "c-backend backend ghcr.io/wms/backend:latest running healthy 0\n");

        assertThat(read().revisions().getFirst().unfit().orElse("")).contains("backend:latest");
    }

    /** Cloud Assistant takes 24 KB of Base64 and keeps 24 KB of output; digests are random, and do not pack. */
    @Test
    void aScriptAndItsAnswerStayWithinWhatAgentsTake() throws Exception {
        var random = new Random(1);
        host.services(IntStream.range(0, 10).mapToObj(at -> "service-" + at).toList());
        var states = IntStream.range(0, 6)
                .map(_ -> random.nextInt(1, Integer.MAX_VALUE))
                .toArray();
        for (var state : states) {
            host.deploy(state);
            target.remember(read(), Memory.EMPTY, ComposeHost.soon());
        }
        var first = read().revisions().getLast().revision();
        host.registry(states);

        target.prepare(read(), first, ComposeHost.soon());
        target.shift(read(), first, Memory.EMPTY, ComposeHost.soon());

        assertThat(host.shell().scripts())
                .allMatch(each -> each.length() * 4 / 3 < 24 * 1024)
                .anyMatch(each -> each.contains("'shift'"));
        assertThat(read().only(first)).isTrue();
    }

    @Test
    void aFolderThatIsNotThereIsRefusedInTheHostsWords() {
        var lost = new RemoteComposeTarget(host.shell(), host.project() + "/none", ComposeHost.FILE);

        assertThatThrownBy(() -> lost.read(ComposeHost.soon())).hasMessageContaining("the host says ");
    }
}
