package io.belay.bench.cost;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.adapter.aws.testkit.RuntimeApi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts instances of a size, has each verify the system, and takes the time. */
record Runs(String engine, Asked asked) {
    private static final int STARTS = 5;
    private static final int WARM = 9;

    /** After these a warm call is one. */
    private static final int WARMING = 3;

    /** Where each takes seconds, fewer have to do; both of starts and of calls. */
    private static final Duration ENOUGH = Duration.ofSeconds(25);

    private static final Duration PATIENCE = Duration.ofSeconds(100);

    Measured measure(Size size) throws IOException, InterruptedException {
        var starts = new ArrayList<Measured.Once>();
        var enough = System.nanoTime() + ENOUGH.toNanos();
        for (int start = 0; start < STARTS && (starts.isEmpty() || System.nanoTime() < enough); start++) {
            try {
                starts.add(once(size));
            } catch (Unanswered failed) {
                return new Measured.Failed(size, String.valueOf(failed.getMessage()));
            }
        }
        return Measured.Ran.of(size, starts);
    }

    private Measured.Once once(Size size) throws IOException, InterruptedException, Unanswered {
        return switch (size.cloud()) {
            case LAMBDA -> lambda(size, Map.of());
            case LAMBDA_ZIP -> lambda(size, Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTMode=off"));
            case FC -> fc(size);
        };
    }

    private Measured.Once lambda(Size size, Map<String, String> more)
            throws IOException, InterruptedException, Unanswered {
        try (var api = new RuntimeApi()) {
            var environment = new HashMap<>(asked.environment());
            environment.putAll(more);
            environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
            environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(size.memory()));
            return once(
                    size,
                    "belay-lambda",
                    environment,
                    List.of("io.belay.runtime.lambda.VerifyHandler::handleRequest"),
                    _ -> api.invoke("{}", PATIENCE)
                            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                            .body());
        }
    }

    private Measured.Once fc(Size size) throws IOException, InterruptedException, Unanswered {
        var port = free();
        var environment = new HashMap<>(asked.environment());
        environment.put("FC_CUSTOM_LISTEN_PORT", Integer.toString(port));
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/invoke"))
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .timeout(PATIENCE)
                    .build();
            return once(size, "belay-fc", environment, List.of(), instance -> listening(instance, client, request));
        }
    }

    /** Calls until somebody listens. */
    private static String listening(Instance instance, HttpClient client, HttpRequest request)
            throws IOException, InterruptedException {
        var until = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                return client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8))
                        .body();
            } catch (IOException notYet) {
                if (!instance.alive() || Instant.now().isAfter(until)) {
                    throw notYet;
                }
                Thread.sleep(1);
            }
        }
    }

    private Measured.Once once(
            Size size, String image, Map<String, String> environment, List<String> arguments, Call call)
            throws IOException, InterruptedException, Unanswered {
        Path mounted = asked.harbor().folder();
        try (var instance = Instance.start(engine, size, image, mounted, environment, arguments)) {
            try {
                passed(call.answer(instance));
                var cold = Duration.between(instance.began(), Instant.now());
                var warm = new ArrayList<Double>();
                var enough = System.nanoTime() + ENOUGH.toNanos();
                for (int turn = 0; turn < WARMING + WARM && (warm.isEmpty() || System.nanoTime() < enough); turn++) {
                    var began = System.nanoTime();
                    passed(call.answer(instance));
                    if (turn >= WARMING) {
                        warm.add((System.nanoTime() - began) / 1e6);
                    }
                }
                return new Measured.Once(cold.toNanos() / 1e6, warm, instance.peak());
            } catch (IOException | ExecutionException | TimeoutException unanswered) {
                throw new Unanswered(instance.alive() ? "no answer: " + unanswered.getMessage() : instance.end());
            }
        }
    }

    /** A verdict of FAIL would be another call, and perhaps a shorter one. */
    private static void passed(String answer) {
        if (!answer.contains("\"function\":\"verify\"") || !answer.contains("\"verdict\":\"pass\"")) {
            throw new IllegalStateException(answer);
        }
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Has an instance verify, and gives the answer. */
    private interface Call {
        String answer(Instance instance) throws IOException, InterruptedException, ExecutionException, TimeoutException;
    }

    /** An instance that is too small. */
    private static final class Unanswered extends Exception {
        private static final long serialVersionUID = 1;

        Unanswered(String why) {
            super(why);
        }
    }
}
