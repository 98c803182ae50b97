package io.belay.chain;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.adapter.aws.testkit.RuntimeApi;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The small AWS of the testkit, and each of Belay's functions as Lambda starts it: a process of its own under AWS's Runtime
 * Interface Client, before a Runtime API on the loopback. An alarm that turns red invokes the function that it names.
 */
final class SmallAws implements Cloud {
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final AwsServer aws = AwsServer.start();
    private final Path folder;
    private final Map<String, Started> functions = new HashMap<>();
    private final List<Future<RuntimeApi.Outcome>> rung = new CopyOnWriteArrayList<>();

    private record Started(RuntimeApi api, Process process) {}

    SmallAws(Path folder) {
        this.folder = folder;
        aws.cloudWatch()
                .ringing(ring -> functions.forEach((handler, started) -> {
                    if (ring.action().endsWith(":function:" + called(handler))) {
                        rung.add(started.api().invoke(ring.event(), LIMIT));
                    }
                }));
        aws.sns().topic(SystemFile.TOPIC);
    }

    @Override
    public String name() {
        return "the small AWS of our own and AWS's Runtime Interface Client, since no Docker engine answers that has LocalStack";
    }

    @Override
    public URI endpoint() {
        return aws.endpoint();
    }

    private static String called(String handler) {
        return "belay-" + handler;
    }

    @Override
    public String deployed(String handler) {
        functions.computeIfAbsent(handler, this::start);
        return "arn:aws:lambda:" + AwsServer.REGION + ":" + AwsServer.ACCOUNT + ":function:" + called(handler);
    }

    private Started start(String handler) {
        try {
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
            environment.put(
                    "BELAY_SYSTEM_FILE",
                    SystemFile.in(folder, AwsServer.REGION, aws.endpoint()).toString());
            var process = builder.redirectErrorStream(true)
                    .redirectOutput(folder.resolve(handler + ".log").toFile())
                    .start();
            return new Started(api, process);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public String release() {
        var version = aws.lambda().publish(SHOP);
        aws.lambda().point(SHOP, LIVE, version);
        return version;
    }

    @Override
    public String invoke(String handler, String event) throws Exception {
        var function = functions.computeIfAbsent(handler, this::start);
        var outcome = function.api().invoke(event, LIMIT).get(90, TimeUnit.SECONDS);
        if (!outcome.way().equals("response")) {
            throw new IllegalStateException(outcome + Files.readString(folder.resolve(handler + ".log")));
        }
        return outcome.body();
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
