package io.belay.runtime.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.assembly.Bundle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.crac.Core;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls what SnapStart calls. */
final class SnapshotTest {
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Map<String, String> environment =
            new HashMap<>(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"));

    @TempDir
    private Path folder;

    private EventDoor door(String function) {
        return EventDoor.early(function, environment, new PrintStream(log, true, UTF_8));
    }

    private void system(int port) throws Exception {
        environment.put(
                "BELAY_SYSTEM_FILE",
                Files.writeString(folder.resolve("shop.yaml"), """
                system: shop
                environment: test
                health:
                  checks:
                    - name: port
                      tcp: { host: 127.0.0.1, port: %d }
                """.formatted(port))
                        .toString());
    }

    @Test
    void beforeASnapshotNobodyIsAskedAndTheFirstCallAfterItAsks() throws Exception {
        try (var target = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            system(target.getLocalPort());
            var door = door(Bundle.HEALTH);

            door.beforeCheckpoint(Core.getGlobalContext());

            assertThat(log.toString(UTF_8))
                    .contains("\"event\":\"report\"", "\"verdict\":\"unknown\"")
                    .doesNotContain("bug");
            target.setSoTimeout(1);
            assertThat(accepted(target)).isFalse();

            door.afterRestore(Core.getGlobalContext());
            var answer = new ByteArrayOutputStream();
            door.handle(new ByteArrayInputStream("{}".getBytes(UTF_8)), answer, new TestingContext(30_000));

            assertThat(answer.toString(UTF_8)).contains("\"verdict\":\"pass\"");
            assertThat(accepted(target)).isTrue();
        }
    }

    private static boolean accepted(ServerSocket target) throws IOException {
        try (var _ = target.accept()) {
            return true;
        } catch (SocketTimeoutException _) {
            return false;
        }
    }

    @Test
    void aFunctionThatChangesSomethingIsNotRunForASnapshot() throws Exception {
        system(9);
        var door = door(Bundle.ROLLBACK);

        door.beforeCheckpoint(Core.getGlobalContext());

        assertThat(log.toString(UTF_8)).contains("\"event\":\"open\"").doesNotContain("report", "bug");
    }

    @Test
    void aSystemThatCannotBeOpenedFailsNoSnapshotAndIsTriedAgainAfterIt() throws Exception {
        environment.put("BELAY_SYSTEM_FILE", folder.resolve("shop.yaml").toString());
        var door = door(Bundle.HEALTH);
        door.beforeCheckpoint(Core.getGlobalContext());
        assertThat(log.toString(UTF_8)).contains("not-open").doesNotContain("\"event\":\"open\"");

        system(9);
        door.afterRestore(Core.getGlobalContext());

        assertThat(log.toString(UTF_8)).contains("\"event\":\"open\"");
    }
}
