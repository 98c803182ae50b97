package io.belay.image;

import io.belay.adapter.aliyun.testkit.FunctionComputeState;
import io.belay.adapter.aws.testkit.RuntimeApi;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes the AOT cache of an image: starts the door exactly as the image will, has every function run its real paths against
 * servers on loopback, and ends it. A path that was not trained is slower at its first call than without a cache. Training
 * that trained nothing is an error.
 */
public final class Training {
    /** The image's root: another than that of the file system where there is no container. */
    private static final Path ROOT = Path.of(System.getProperty("training.root", "/"));

    static final Path FOLDER = ROOT.resolve("training");

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Training() {}

    /** Trains {@code arguments[0]}, {@code fc} or {@code lambda}, and leaves the cache at {@code arguments[1]}. */
    public static void main(String[] arguments) throws Exception {
        var cache = Path.of(arguments[1]);
        try (var harbor = new TrainingHarbor(FOLDER, arguments[0].equals("fc") ? "aliyun" : "aws")) {
            switch (arguments[0]) {
                case "fc" -> fc(cache, harbor);
                case "lambda" -> lambda(cache, harbor);
                default -> throw new IllegalArgumentException("found " + arguments[0] + "; fc or lambda is meant");
            }
        }
        if (!Files.exists(cache) || Files.size(cache) < 1_000_000) {
            throw new IllegalStateException("no cache was made at " + cache);
        }
        System.out.println("trained " + arguments[0] + ": " + Files.size(cache) / 1_000_000 + " MB");
    }

    private static String start(String door) {
        return "@" + ROOT.resolve("opt/belay/" + door + ".start");
    }

    private static void fc(Path cache, TrainingHarbor harbor) throws Exception {
        var environment = harbor.environment();
        environment.put("BELAY_FUNCTION", FcCalls.FUNCTION);
        environment.put("FC_FUNCTION_NAME", TrainingHarbor.BELAY);
        environment.put("FC_REGION", FunctionComputeState.REGION);
        var door = TrainingDoor.start(cache, List.of(start("fc")), environment);
        try {
            var calls = new FcCalls(door.port());
            calls.all();
        } finally {
            door.end();
        }
    }

    private static void lambda(Path cache, TrainingHarbor harbor) throws Exception {
        try (var api = new RuntimeApi()) {
            var environment = harbor.environment();
            environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
            environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
            var handler = EveryHandler.class.getName() + "::handleRequest";
            var door = TrainingDoor.start(cache, List.of(start("lambda"), handler), environment);
            try {
                for (var event : EveryHandler.events()) {
                    var outcome = api.invoke(event, LIMIT).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
                    if (!outcome.way().equals("response")
                            || !outcome.body()
                                    .matches("(?s).*(\"belay\":\"(report|deliveries|systems)/|\"statusCode\":200).*")) {
                        throw new IllegalStateException(event + " was answered: " + outcome);
                    }
                }
            } finally {
                door.end();
            }
        }
    }
}
