package io.belay.adapter.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.adapter.aws.testkit.ComposeHost;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.release.Memory;
import io.belay.core.release.Revision;
import io.belay.core.release.Standing;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
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
class SsmComposeTargetTest {
    private final AwsServer server = AwsServer.start();
    private final AwsClients aws = Aws.clients(server);
    private final ComposeHost host;
    private final SsmComposeTarget target;

    SsmComposeTargetTest(@TempDir Path folder) {
        host = new ComposeHost(server, folder);
        target = new SsmComposeTarget(aws, ComposeHost.NODE, host.project().toString(), ComposeHost.FILE);
    }

    @AfterEach
    void close() {
        aws.close();
        server.close();
    }

    private Standing read() throws InterruptedException {
        return target.read(Aws.soon());
    }

    private Revision goodThenBad() throws InterruptedException {
        host.registry(1, 2);
        host.deploy(1);
        var first = read();
        target.remember(first, Memory.EMPTY, Aws.soon());
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

        target.prepare(read(), good, Aws.soon());
        target.shift(read(), good, Memory.EMPTY, Aws.soon());

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

        assertThatThrownBy(() -> target.prepare(read(), good, Aws.soon()))
                .hasMessageStartingWith("rejected: an image cannot be pulled: ")
                .hasMessageContaining("manifest unknown");
    }

    @Test
    void whatSomebodyDeploysBetweenReadingAndWritingStays() throws Exception {
        var good = goodThenBad();
        var seen = read();
        server.mishaps().before("SendCommand", () -> {}).before("SendCommand", () -> host.deploy(3));

        refused(Fault.Kind.CONFLICT, () -> target.shift(seen, good, Memory.EMPTY, Aws.soon()));

        assertThat(read().revisions().getFirst().label()).contains(ComposeHost.pin("backend", 3));
    }

    @Test
    void aCommandWhoseAnswerIsLostIsSentOnce() throws Exception {
        var good = goodThenBad();
        var seen = read();
        server.mishaps().before("SendCommand", () -> {}).loseAnswer("SendCommand");

        refused(Fault.Kind.UNREACHABLE, () -> target.shift(seen, good, Memory.EMPTY, Aws.soon()));

        assertThat(server.ssm().commands())
                .filteredOn(each -> each.contains("'shift'"))
                .hasSize(1);
        assertThat(read().only(good)).isTrue();
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
        assertThatThrownBy(() -> new SsmComposeTarget(aws, ComposeHost.NODE, folder, ComposeHost.FILE))
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

    @Test
    void anUnknownNodeIsRefused() {
        var lost = new SsmComposeTarget(aws, "i-00000000000000000", "/opt/wms", ComposeHost.FILE);

        refused(Fault.Kind.REJECTED, () -> lost.read(Aws.soon()));
    }

    @Test
    void aFolderThatIsNotThereIsRefusedInTheHostsWords() {
        var lost = new SsmComposeTarget(aws, ComposeHost.NODE, host.project() + "/none", ComposeHost.FILE);

        assertThatThrownBy(() -> lost.read(Aws.soon())).hasMessageContaining("the host says ");
    }
}
