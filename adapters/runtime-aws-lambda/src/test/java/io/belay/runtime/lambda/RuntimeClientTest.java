package io.belay.runtime.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.belay.adapter.aws.testkit.RuntimeApi;
import io.belay.adapter.aws.testkit.RuntimeApi.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The handlers under AWS's own Runtime Interface Client, as they run on Lambda. */
@Timeout(180)
final class RuntimeClientTest {
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private RuntimeApi api;
    private HttpServer target;

    @BeforeEach
    void start() throws IOException {
        api = new RuntimeApi();
        target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        target.createContext("/", exchange -> {
            var status = exchange.getRequestURI().getPath().equals("/well") ? 200 : 500;
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        target.start();
    }

    @AfterEach
    void stop() {
        target.stop(0);
        api.close();
    }

    private Path systemFile() throws IOException {
        var port = target.getAddress().getPort();
        return Files.writeString(folder.resolve("system.yaml"), """
                system: harbor
                environment: test
                health:
                  checks:
                    - name: well
                      http: { url: "http://127.0.0.1:%1$d/well" }
                    - name: ill
                      http: { url: "http://127.0.0.1:%1$d/ill" }
                """.formatted(port));
    }

    private Process client(Class<?> handler, Map<String, String> environment) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                CLIENT,
                handler.getName() + "::handleRequest");
        builder.environment().keySet().removeIf(name -> name.startsWith("BELAY_"));
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
        builder.environment().put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
    }

    private Outcome invoke(String event) throws Exception {
        return api.invoke(event, LIMIT).get(90, TimeUnit.SECONDS);
    }

    private String printed() throws IOException {
        return Files.readString(folder.resolve("out.txt"));
    }

    @Test
    void reportsAndRefusalsAreResponses() throws Exception {
        var client = client(
                HealthHandler.class, Map.of("BELAY_SYSTEM_FILE", systemFile().toString()));
        try {
            var well = invoke("{\"only\":[\"well\"]}");
            var ill = invoke("{}");
            var garbage = invoke("{\"payload\":\"canary-hunter2\"}");

            assertThat(well.way()).isEqualTo("response");
            assertThat(well.body()).containsIgnoringCase("\"pass\"").doesNotContain("\"ill\"");
            assertThat(ill.way()).isEqualTo("response");
            assertThat(ill.body()).containsIgnoringCase("\"fail\"");
            assertThat(garbage.way()).isEqualTo("response");
            assertThat(garbage.body()).contains("refusal/1");
            assertThat(printed())
                    .contains("\"correlation\":\"00000000-0000-4000-8000-000000000001\"")
                    .doesNotContain("canary-hunter2");
        } finally {
            client.destroyForcibly().waitFor();
        }
    }

    @Test
    void manyAtOnceAreEachAnsweredWithTheirOwn() throws Exception {
        var client = client(
                HealthHandler.class,
                Map.of("BELAY_SYSTEM_FILE", systemFile().toString(), "AWS_LAMBDA_MAX_CONCURRENCY", "4"));
        try {
            List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
            for (var each = 0; each < 200; each++) {
                outcomes.add(api.invoke("{\"only\":[\"" + (each % 2 == 0 ? "well" : "ill") + "\"]}", LIMIT));
            }
            for (var each = 0; each < outcomes.size(); each++) {
                var outcome = outcomes.get(each).get(90, TimeUnit.SECONDS);

                assertThat(outcome.way()).isEqualTo("response");
                assertThat(outcome.body())
                        .contains("00000000-0000-4000-8000-%012d".formatted(each + 1))
                        .containsIgnoringCase(each % 2 == 0 ? "\"pass\"" : "\"fail\"");
            }
        } finally {
            client.destroyForcibly().waitFor();
        }
    }

    @Test
    void aBugIsAnErrorAndTheNextCallIsAnsweredTheSame() throws Exception {
        var client = client(BreakingHandler.class, Map.of());
        try {
            var first = invoke("{}");
            var second = invoke("{}");

            assertThat(first.way()).isEqualTo("error");
            assertThat(first.body())
                    .contains("io.belay.runtime.lambda.Broken")
                    .doesNotContain("a bug", "IllegalStateException");
            assertThat(second.way()).isEqualTo("error");
            assertThat(printed()).contains("IllegalStateException: a bug");
        } finally {
            client.destroyForcibly().waitFor();
        }
    }

    @Test
    void aBugAmongManyDoesNotEndTheOthers() throws Exception {
        var client = client(BreakingHandler.class, Map.of("AWS_LAMBDA_MAX_CONCURRENCY", "4"));
        try {
            var broken = new ArrayList<CompletableFuture<Outcome>>();
            for (var each = 0; each < 20; each++) {
                broken.add(api.invoke("{}", LIMIT));
            }
            for (var outcome : broken) {
                assertThat(outcome.get(90, TimeUnit.SECONDS).way()).isEqualTo("error");
            }
            assertThat(invoke("[]").way()).isEqualTo("response");
        } finally {
            client.destroyForcibly().waitFor();
        }
    }

    @Test
    void aWrongSystemFileIsSaidByEachCallAndTheInstanceLives() throws Exception {
        var file = Files.writeString(folder.resolve("wrong.yaml"), "system: harbor\nhelth: {}\n");
        var client = client(HealthHandler.class, Map.of("BELAY_SYSTEM_FILE", file.toString()));
        try {
            var first = invoke("{}");
            var live = invoke("{\"version\":\"2.0\",\"rawPath\":\"/health/live\","
                    + "\"requestContext\":{\"http\":{\"method\":\"GET\"}}}");

            assertThat(first.way()).isEqualTo("error");
            assertThat(first.body()).contains("helth");
            assertThat(live.way()).isEqualTo("response");
            assertThat(live.body()).contains("\"statusCode\":200");
            assertThat(printed()).contains("not-open", "helth");
        } finally {
            client.destroyForcibly().waitFor();
        }
    }
}
