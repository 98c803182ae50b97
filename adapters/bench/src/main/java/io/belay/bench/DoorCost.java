package io.belay.bench;

import io.belay.assembly.Bundle;
import io.belay.assembly.SystemTime;
import io.belay.assembly.door.Door;
import io.belay.assembly.door.Doorway;
import io.belay.assembly.door.Log;
import io.belay.core.Correlation;
import io.belay.core.Deadline;
import io.belay.core.Progress;
import io.belay.core.Request;
import io.belay.core.check.Limits;
import io.belay.runtime.fc.FcServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What Function Compute's door costs a warm call, over the bare function: HTTP, decoding, the report's JSON, one log line. */
final class DoorCost {
    private static final int WARM_UP = 200;
    private static final int CALLS = 100;
    private static final int ROUNDS = 5;

    private final SystemTime time = new SystemTime();

    /** With ten checks of {@code span} each. */
    Row row(Duration span) throws IOException, InterruptedException {
        var bundle = Bundle.of(TimedKind.system(Limits.DEFAULT, new TimedKind(span).checks(10)), time, Progress.NONE);
        var log = new Log(new PrintStream(OutputStream.nullOutputStream()), time, UnaryOperator.identity());
        var doorway = new Doorway(() -> new Door(bundle, log), log);
        var free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var ratios = new double[ROUNDS];
        try (var server = FcServer.start(free, doorway, "health", Optional.empty(), time);
                var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + server.address().getPort() + "/invoke"))
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build();
            Call bare = () -> bundle.function("health")
                    .apply(new Request(
                            Set.of(), Deadline.in(Duration.ofMinutes(1), time), new Correlation("bench-door")));
            Call door = () -> client.send(request, HttpResponse.BodyHandlers.ofString());
            median(bare, WARM_UP);
            median(door, WARM_UP);
            for (int round = 0; round < ROUNDS; round++) {
                var without = median(bare, CALLS);
                ratios[round] = median(door, CALLS) / without;
            }
        }
        var name = "a warm call through the FC door, over the bare function, " + span.toMillis() + " ms";
        return Row.of(name, "x", ratios, OptionalDouble.empty());
    }

    private static double median(Call call, int times) throws IOException, InterruptedException {
        var took = new long[times];
        for (int index = 0; index < times; index++) {
            var began = System.nanoTime();
            call.make();
            took[index] = System.nanoTime() - began;
        }
        Arrays.sort(took);
        return took[times / 2];
    }

    @FunctionalInterface
    private interface Call {
        Object make() throws IOException, InterruptedException;
    }
}
