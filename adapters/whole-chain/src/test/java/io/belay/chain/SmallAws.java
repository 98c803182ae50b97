package io.belay.chain;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.adapter.aws.testkit.RuntimeApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The small AWS of the testkit, and each of Belay's functions as Lambda starts it: a process of its own under AWS's Runtime
 * Interface Client, before a Runtime API on the loopback. An alarm that turns red and a message of a topic invoke the functions
 * that they name; nobody waits for those.
 */
final class SmallAws implements Cloud {
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final AwsServer aws = AwsServer.start();
    private final Path folder;
    private final String why;
    private final Map<String, Started> functions = new ConcurrentHashMap<>();
    private final List<Future<RuntimeApi.Outcome>> rung = new CopyOnWriteArrayList<>();

    private record Started(RuntimeApi api, Process process, Path log) {}

    /** {@code why} it is not LocalStack. */
    SmallAws(Path folder, String why) {
        this.folder = folder;
        this.why = why;
        aws.cloudWatch().ringing(ring -> ring(ring.action(), ring.event()));
        aws.sns().ringing(ring -> ring(ring.endpoint(), ring.event()));
    }

    private void ring(String function, String event) {
        Optional.ofNullable(functions.get(function))
                .ifPresent(started -> rung.add(started.api().invoke(event, LIMIT)));
    }

    @Override
    public String name() {
        return "the small AWS of our own and AWS's Runtime Interface Client, since " + why;
    }

    @Override
    public URI endpoint() {
        return aws.endpoint();
    }

    @Override
    public URI inside() {
        return aws.endpoint();
    }

    @Override
    public String deploy(String handler, String systemFile) {
        var arn = "arn:aws:lambda:" + AwsServer.REGION + ":" + AwsServer.ACCOUNT + ":function:" + Cloud.called(handler)
                + ":" + LIVE;
        try {
            functions.put(arn, start(handler, systemFile));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return arn;
    }

    private Started start(String handler, String systemFile) throws IOException {
        var api = new RuntimeApi();
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                CLIENT,
                "io.belay.runtime.lambda." + handler + "::handleRequest");
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("BELAY_") || name.startsWith("AWS_"));
        environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
        environment.put("AWS_ACCESS_KEY_ID", AwsServer.ACCESS_KEY);
        environment.put("AWS_SECRET_ACCESS_KEY", AwsServer.SECRET_KEY);
        environment.put("BELAY_AWS_ENDPOINT", aws.endpoint().toString());
        // One for each: who starts reads its own while the next one's is written.
        var file = Files.createDirectories(folder.resolve(handler)).resolve("shop.yaml");
        environment.put("BELAY_SYSTEM_FILE", Files.writeString(file, systemFile).toString());
        var log = folder.resolve(handler + ".log");
        var process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        return new Started(api, process, log);
    }

    @Override
    public String release() {
        var version = aws.lambda().publish(SHOP);
        aws.lambda().point(SHOP, LIVE, version);
        return version;
    }

    @Override
    public String invoke(String function, String event) throws Exception {
        var started = Optional.ofNullable(functions.get(function)).orElseThrow();
        try {
            var outcome = started.api().invoke(event, LIMIT).get(90, TimeUnit.SECONDS);
            if (outcome.way().equals("response")) {
                return outcome.body();
            }
            throw new IllegalStateException(outcome + Files.readString(started.log()));
        } catch (TimeoutException late) {
            throw new IllegalStateException("no answer: " + Files.readString(started.log()), late);
        }
    }

    @Override
    public void close() {
        rung.forEach(each -> each.cancel(true));
        functions.values().forEach(started -> {
            started.process().destroyForcibly();
            started.api().close();
        });
        aws.close();
    }
}
