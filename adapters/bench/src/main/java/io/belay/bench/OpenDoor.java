package io.belay.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.assembly.Bundle;
import io.belay.assembly.SystemTime;
import io.belay.assembly.door.Door;
import io.belay.assembly.door.Doorway;
import io.belay.assembly.door.Log;
import io.belay.core.Correlation;
import io.belay.core.Deadline;
import io.belay.core.Progress;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.check.Limits;
import io.belay.runtime.fc.FcServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Function Compute's door to ten checks of one span, on a port of the loopback, and the bare function behind it.
 *
 * @param time what tells the time
 * @param bundle the functions
 * @param server the door
 */
record OpenDoor(SystemTime time, Bundle bundle, FcServer server) implements AutoCloseable {
    static final int CHECKS = 10;

    static OpenDoor of(Duration span) throws IOException {
        var time = new SystemTime();
        var bundle =
                Bundle.of(TimedKind.system(Limits.DEFAULT, new TimedKind(span).checks(CHECKS)), time, Progress.NONE);
        var log =
                new Log(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8), time, UnaryOperator.identity());
        var doorway = new Doorway(() -> new Door(bundle, log), log);
        var free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return new OpenDoor(
                time, bundle, FcServer.start(free, doorway, Bundle.HEALTH, Optional.of(Duration.ofMinutes(1)), time));
    }

    int port() {
        return server.address().getPort();
    }

    /** The bare function. */
    Report report() {
        return bare(bundle, time);
    }

    /** Health of {@code bundle}, with a minute's time. */
    static Report bare(Bundle bundle, SystemTime time) {
        return bundle.function(Bundle.HEALTH)
                .apply(new Request(Set.of(), Deadline.in(Duration.ofMinutes(1), time), new Correlation("bench-bare")));
    }

    @Override
    public void close() {
        server.close();
    }
}
