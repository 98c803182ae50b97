package io.belay.image.check;

import io.belay.adapter.aws.testkit.RuntimeApi;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The image of AWS Lambda, started by a Runtime API on loopback. */
record LambdaDoor(Engine engine, String image) implements Door {
    private static final String LIVE =
            "{\"version\":\"2.0\",\"rawPath\":\"/health/live\",\"requestContext\":{\"http\":{\"method\":\"GET\"}}}";

    @Override
    public String name() {
        return "AWS Lambda";
    }

    @Override
    public Called call(Cache cache) throws IOException, InterruptedException {
        try (var api = new RuntimeApi();
                var container = start(
                        api,
                        cache.options(List.of()),
                        cache.command(
                                image, "lambda", List.of("io.belay.runtime.lambda.HealthHandler::handleRequest")))) {
            var answered = answer(api, container, "{}", "\"verdict\":\"pass\"");
            var took = container.ran(answered);
            answer(api, container, LIVE, "\"statusCode\":200");
            var peak = container.peak();
            end(container);
            return new Called(took, peak, container.logs());
        }
    }

    /** As {@code ImageConfig.Command} names another handler. */
    @Override
    public void further() throws IOException, InterruptedException {
        var command = List.of(image, "io.belay.runtime.lambda.SystemsHandler::handleRequest");
        try (var api = new RuntimeApi();
                var container = start(api, List.of(), command)) {
            answer(api, container, "{}", "\"belay\":\"systems/");
            end(container);
        }
    }

    private Container start(RuntimeApi api, List<String> further, List<String> command) throws IOException {
        var options = new ArrayList<>(engine.reaching());
        // The client's native part is unpacked there.
        options.addAll(List.of("--tmpfs", "/tmp:rw,exec"));
        options.addAll(List.of(
                "-e",
                "AWS_LAMBDA_RUNTIME_API=" + engine.here() + ":" + api.address().replaceFirst(".*:", "")));
        options.addAll(List.of("-e", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE=512"));
        options.addAll(further);
        return engine.start("belay-check-lambda", options, command);
    }

    private static void end(Container container) throws IOException, InterruptedException {
        var exit = container.stop();
        if (exit != 143) {
            throw new IOException("asked to end, it ended with " + exit);
        }
    }

    /** When it answered {@code event} as it should. */
    private static Instant answer(RuntimeApi api, Container container, String event, String meant)
            throws IOException, InterruptedException {
        try {
            var at = api.invoke(event, Duration.ofSeconds(30)).thenApply(outcome -> {
                if (!outcome.way().equals("response") || !outcome.body().contains(meant)) {
                    throw new IllegalStateException(event + " was answered: " + outcome);
                }
                return Instant.now();
            });
            return at.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException unanswered) {
            throw new IOException(container.logs(), unanswered);
        }
    }
}
