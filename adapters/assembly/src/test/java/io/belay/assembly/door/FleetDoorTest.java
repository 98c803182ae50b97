package io.belay.assembly.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.assembly.Bundle;
import io.belay.assembly.SystemTime;
import io.belay.assembly.Systems;
import io.belay.core.Deadline;
import io.belay.core.Progress;
import io.belay.core.Time;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A folder of system files behind one door. */
final class FleetDoorTest {
    private static final Time TIME = new SystemTime();

    @TempDir
    Path folder;

    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();

    @BeforeEach
    void files() throws IOException {
        write("shop-prod.yaml", "shop", "prod");
        write("mill.yml", "mill", "test");
        Files.writeString(folder.resolve("notes.txt"), "nothing of ours");
        Files.createDirectory(folder.resolve("old.yaml.d"));
    }

    private void write(String file, String system, String environment) throws IOException {
        Files.writeString(folder.resolve(file), """
                system: %s
                environment: %s
                health:
                  checks: [{ name: %s answers, tcp: { host: 127.0.0.1, port: 1, expect: { open: true } } }]
                """.formatted(system, environment, system));
    }

    private HttpDoor door() {
        var systems = new Systems(Map.of(Systems.FILE, folder.toString()), TIME, Progress.NONE);
        var shown = new HashSet<>(Bundle.READING);
        shown.addAll(Set.of("systems", "rollback"));
        return new HttpDoor(Doorway.to(systems, new PrintStream(logged, true, UTF_8), TIME), shown);
    }

    private HttpReply get(String path, String query) throws IOException {
        return call("GET", path, query, "");
    }

    private HttpReply call(String method, String path, String query, String body) throws IOException {
        return door().reply(new HttpCall(
                method,
                path,
                query,
                Map.of(),
                new ByteArrayInputStream(body.getBytes(UTF_8)),
                Optional.empty(),
                Optional.empty(),
                Deadline.in(Duration.ofSeconds(20), TIME)));
    }

    @Test
    void theSystemsAreListedByTheirFilesNames() throws Exception {
        assertThat(get("/systems", "").body())
                .contains("\"belay\":\"systems/1\"")
                .containsSubsequence(
                        "{\"name\":\"mill\",\"system\":\"mill\",\"environment\":\"test\"}",
                        "{\"name\":\"shop-prod\",\"system\":\"shop\",\"environment\":\"prod\"}")
                .doesNotContain("notes", "old");
    }

    @ParameterizedTest
    @CsvSource({"shop-prod, shop answers", "mill, mill answers"})
    void aCallerSaysWhichIsMeant(String system, String check) throws Exception {
        assertThat(get("/health", "system=" + system).body()).contains("\"report/1\"", check);
        assertThat(call("POST", "/health", "", "{\"system\":\"" + system + "\"}")
                        .body())
                .contains("\"report/1\"", check);
    }

    @Test
    void whoeverDoesNotSayWhichIsToldWhatThereIs() throws Exception {
        var reply = get("/health", "");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("say which; there are mill, shop-prod");
    }

    @ParameterizedTest
    @CsvSource({"../mill", "shop", "mill.yml", "/etc/passwd"})
    void nothingOutsideTheFolderCanBeNamed(String system) throws Exception {
        var reply = call("POST", "/health", "", "{\"system\":\"" + system + "\"}");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).contains("no such system");
    }

    @Test
    void oneWrongFileKeepsNobodyFromTheOthersAndIsSaidWhereItIsAskedFor() throws Exception {
        Files.writeString(folder.resolve("broken.yaml"), "system: broken\nhelth: {}\n");

        assertThat(get("/health", "system=mill").body()).contains("mill answers");
        var broken = get("/health", "system=broken");
        assertThat(broken.status()).isEqualTo(503);
        assertThat(broken.body()).contains("helth").contains("\"refusal/1\"");
        assertThat(get("/systems", "").body()).contains("{\"name\":\"broken\",\"faults\":[");
        assertThat(get("/health/ready", "").status()).isEqualTo(503);
        assertThat(get("/health/ready", "").body()).contains("broken: ");
    }

    @Test
    void aFileThatIsMendedNeedsNoRestart() throws Exception {
        Files.writeString(folder.resolve("mill.yml"), "system: mill\n");
        var door = door();
        var wrong = Optional.of(ask(door, "mill"));
        write("mill.yml", "mill", "test");

        assertThat(wrong.orElseThrow().status()).isEqualTo(503);
        assertThat(ask(door, "mill").body()).contains("mill answers");
    }

    private static HttpReply ask(HttpDoor door, String system) throws IOException {
        return door.reply(new HttpCall(
                "GET",
                "/health",
                "system=" + system,
                Map.of(),
                new ByteArrayInputStream(new byte[0]),
                Optional.empty(),
                Optional.empty(),
                Deadline.in(Duration.ofSeconds(20), TIME)));
    }

    @Test
    void aFolderWithoutSystemFilesIsRefusedAndSaysSo() throws Exception {
        Files.delete(folder.resolve("shop-prod.yaml"));
        Files.delete(folder.resolve("mill.yml"));

        var reply = get("/health", "");

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.body()).contains("found no .yaml file");
    }

    @Test
    void twoFilesOfOneNameAreRefused() throws Exception {
        write("mill.yaml", "mill", "prod");

        assertThat(get("/health", "system=mill").body()).contains("found mill twice");
    }
}
