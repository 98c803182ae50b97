package io.belay.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.belay.assembly.Bundle;
import io.belay.assembly.SystemTime;
import io.belay.assembly.door.Door;
import io.belay.assembly.door.Doorway;
import io.belay.assembly.door.Log;
import io.belay.core.Progress;
import io.belay.core.check.Limits;
import io.belay.core.system.SystemSpec;
import io.belay.core.testkit.InMemorySystem;
import io.belay.runtime.fc.FcServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Doors for {@code scripts/load} on free ports of the loopback: one to health, with ten checks of 20 ms each; one to rollback, of
 * a release that is to be put back; and a count of how often it was. It prints where they are, and ends with its standard input.
 */
public final class LoadDoor {
    private static final Duration CHECK = Duration.ofMillis(20);

    private LoadDoor() {}

    /** Starts them; no arguments. */
    public static void main(String[] arguments) throws IOException {
        var time = new SystemTime();
        var healthy = TimedKind.system(Limits.DEFAULT, new TimedKind(CHECK).checks(10));
        var bad = new InMemorySystem("alertmanager", "errors");
        var counter = HttpServer.create(free(), 0);
        counter.createContext("/rollbacks", exchange -> {
            var said = ("{\"rollbacks\":" + bad.rollbacks() + "}").getBytes(UTF_8);
            exchange.getResponseHeaders().set("content-type", "application/json");
            exchange.sendResponseHeaders(200, said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
        });
        counter.start();
        try (var health = start(Bundle.of(healthy, time, Progress.NONE), Bundle.HEALTH, time);
                var rollback = start(of(bad.spec(), bad), Bundle.ROLLBACK, bad.time())) {
            System.out.printf(
                    "health=%d rollback=%d counted=%d%n",
                    health.address().getPort(),
                    rollback.address().getPort(),
                    counter.getAddress().getPort());
            System.in.transferTo(OutputStream.nullOutputStream());
        } finally {
            counter.stop(0);
        }
    }

    private static Bundle of(SystemSpec system, InMemorySystem bad) {
        return Bundle.of(system, bad.time(), Progress.NONE);
    }

    private static FcServer start(Bundle bundle, String function, InstantSource time) throws IOException {
        var log =
                new Log(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8), time, UnaryOperator.identity());
        var doorway = new Doorway(() -> new Door(bundle, log), log);
        return FcServer.start(free(), doorway, function, Optional.of(Duration.ofMinutes(5)), time);
    }

    private static InetSocketAddress free() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
