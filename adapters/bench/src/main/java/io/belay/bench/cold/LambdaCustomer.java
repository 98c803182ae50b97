package io.belay.bench.cold;

import io.belay.adapter.aws.testkit.RuntimeApi;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Has an event wait at a Runtime API before the process can ask for it, as Lambda has at a cold start. */
final class LambdaCustomer implements Customer {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String LIVE =
            "{\"version\":\"2.0\",\"rawPath\":\"/health/live\",\"requestContext\":{\"http\":{\"method\":\"GET\"}}}";
    private static final long LOOK_MILLIS = 200;
    private static final int LOOKS = 300;

    private final RuntimeApi api = new RuntimeApi();

    LambdaCustomer() throws IOException {}

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "AWS_LAMBDA_RUNTIME_API", api.address(),
                "AWS_LAMBDA_FUNCTION_NAME", "health",
                "AWS_LAMBDA_FUNCTION_VERSION", "1",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
    }

    @Override
    public void ready(Instance instance) throws IOException, InterruptedException {
        ask(instance, LIVE);
    }

    @Override
    public String ask(Instance instance, String event) throws IOException, InterruptedException {
        var outcome = api.invoke(event, LIMIT);
        for (int look = 0; look < LOOKS; look++) {
            try {
                var answered = outcome.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (!answered.way().equals("response")) {
                    throw new IOException("answered with an error: " + answered.body());
                }
                return answered.body();
            } catch (TimeoutException notYet) {
                instance.running();
            } catch (ExecutionException failed) {
                throw new IOException(failed);
            }
        }
        throw new IOException("not answered within " + LOOK_MILLIS * LOOKS / 1000 + " s");
    }

    @Override
    public void close() {
        api.close();
    }
}
