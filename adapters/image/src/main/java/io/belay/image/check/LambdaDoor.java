package io.belay.image.check;

import io.belay.adapter.aws.testkit.RuntimeApi;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
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
                var container = engine.start(
                        "belay-check-lambda",
                        cache.options(List.of(
                                // The client's native part is unpacked there.
                                "--tmpfs",
                                "/tmp:rw,exec",
                                "-e",
                                "AWS_LAMBDA_RUNTIME_API=" + api.address(),
                                "-e",
                                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE=512")),
                        cache.command(
                                image, "lambda", List.of("io.belay.runtime.lambda.HealthHandler::handleRequest")))) {
            var answered = answer(api, container, "{}", "\"verdict\":\"pass\"");
            var took = container.ran(answered);
            answer(api, container, LIVE, "\"statusCode\":200");
            var peak = container.peak();
            var exit = container.stop();
            if (exit != 143) {
                throw new IOException("asked to end, it ended with " + exit);
            }
            return new Called(took, peak, container.logs());
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
