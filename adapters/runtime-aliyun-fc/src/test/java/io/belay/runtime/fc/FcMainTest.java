package io.belay.runtime.fc;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.assembly.door.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The process that an FC instance starts. */
@Timeout(120)
final class FcMainTest {
    private static final Pattern PORT = Pattern.compile("\"port\":\"(\\d+)\"");

    @TempDir
    private Path folder;

    private Process start(Map<String, String> environment) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), FcMain.class.getName());
        builder.environment().keySet().removeIf(name -> name.startsWith("BELAY_") || name.startsWith("FC_"));
        builder.environment().put("FC_CUSTOM_LISTEN_PORT", "0");
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true).start();
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("system.yaml"), text).toString();
    }

    private String silentTarget(ServerSocket silent) throws IOException {
        return file("""
                system: harbor
                environment: test
                health:
                  checks:
                    - name: api
                      http: { url: "http://127.0.0.1:%d/", timeout: 3s }
                """.formatted(silent.getLocalPort()));
    }

    /** Lines up to the one that says where it listens, and that port. */
    private static int port(BufferedReader out, List<String> lines) throws IOException {
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            lines.add(line);
            var match = PORT.matcher(line);
            if (match.find()) {
                return Integer.parseInt(match.group(1));
            }
        }
        throw new AssertionError("it ended without listening: " + lines);
    }

    private static HttpResponse<String> get(HttpClient client, int port, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static void allJson(List<String> lines) {
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(Json.read(line.getBytes(StandardCharsets.UTF_8), 1 << 20))
                        .isInstanceOf(Json.Fields.class));
    }

    @Test
    void aTermSignalLetsTheRunningCallFinish() throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var client = HttpClient.newHttpClient()) {
            var process = start(Map.of("BELAY_SYSTEM_FILE", silentTarget(silent)));
            var lines = new ArrayList<String>();
            try (var out = process.inputReader()) {
                var port = port(out, lines);
                var asked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                        .build();
                var answer = client.sendAsync(asked, HttpResponse.BodyHandlers.ofString());
                // The check has reached its silent target: the call is running.
                silent.accept();

                process.toHandle().destroy();

                assertThat(answer.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(503);
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).isEqualTo(143);
                out.lines().forEach(lines::add);
                allJson(lines);
                assertThat(lines.getLast()).contains("\"ended\"");
            } finally {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void aWrongSystemFileIsSaidByEveryAnswerAndNotSilence() throws Exception {
        var process = start(Map.of("BELAY_SYSTEM_FILE", file("system: harbor\nhelth: {}\n"), "BELAY_DEADLINE", "soon"));
        var lines = new ArrayList<String>();
        try (var out = process.inputReader();
                var client = HttpClient.newHttpClient()) {
            var port = port(out, lines);

            assertThat(get(client, port, "/health/live").statusCode()).isEqualTo(200);
            var ready = get(client, port, "/health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains("helth").contains("BELAY_DEADLINE");

            process.toHandle().destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            out.lines().forEach(lines::add);
            allJson(lines);
            assertThat(lines).anySatisfy(line -> assertThat(line).contains("not-open", "helth"));
        } finally {
            process.destroyForcibly();
        }
    }

    /** What the environment alone says: whom it lets in, and that FC is before it. */
    @ParameterizedTest
    @CsvSource({
        "'', /invoke, 401",
        "'', none, 401",
        "belay, none, 401",
        "belay, /http-invoke, 401",
        "belay, /invoke, 200"
    })
    void theEnvironmentSaysWhoComesIn(String function, String way, int status) throws Exception {
        var nobody = "ci:verify:" + "0".repeat(64);
        var process =
                start(Map.of("BELAY_TOKENS", nobody, "FC_FUNCTION_NAME", function, "BELAY_SYSTEM_FILE", file("""
                system: harbor
                environment: test
                health:
                  checks: [{ name: nobody listens, tcp: { host: 127.0.0.1, port: 1, expect: { open: false } } }]
                """)));
        try (var out = process.inputReader();
                var client = HttpClient.newHttpClient()) {
            var port = port(out, new ArrayList<>());
            var invoke = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/invoke"))
                    .timeout(Duration.ofSeconds(60))
                    .header("x-fc-control-path", way)
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build();

            assertThat(client.send(invoke, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(status);
            assertThat(get(client, port, "/health").statusCode()).isEqualTo(401);
            assertThat(get(client, port, "/health/ready").statusCode()).isEqualTo(200);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aPortThatIsTakenEndsItWith2AndALine() throws Exception {
        try (var taken = new ServerSocket(0)) {
            var process = start(Map.of("FC_CUSTOM_LISTEN_PORT", Integer.toString(taken.getLocalPort())));
            try (var out = process.inputReader()) {
                var lines = out.lines().toList();

                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).isEqualTo(2);
                allJson(lines);
                assertThat(lines).anySatisfy(line -> assertThat(line).contains("no-port"));
            } finally {
                process.destroyForcibly();
            }
        }
    }
}
