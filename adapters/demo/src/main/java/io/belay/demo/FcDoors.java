package io.belay.demo;

import io.belay.adapter.report.ReportReader;
import io.belay.assembly.door.Doorway;
import io.belay.core.Report;
import io.belay.runtime.cli.Console;
import io.belay.runtime.cli.WrongUse;
import io.belay.runtime.fc.FcServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Function Compute's door to harbor: one for each function, as each is deployed by itself with a setting that names it. */
record FcDoors(Doorway doorway, Console console) {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    FcServer open(String function) throws IOException {
        var free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return FcServer.start(free, doorway, function, Optional.of(LIMIT), console.time());
    }

    static URI url(FcServer door) {
        return URI.create("http://127.0.0.1:" + door.address().getPort());
    }

    /** Asks {@code function} once, at a door of its own. */
    Report ask(String function) throws IOException, InterruptedException {
        try (var door = open(function)) {
            console.err()
                    .println(
                            "asking Belay for " + function + " through Function Compute's door at " + url(door) + "\n");
            return report(new Invocation(url(door), function, "{}").invoke());
        }
    }

    static Report report(String answer) {
        try {
            return ReportReader.read(answer);
        } catch (IllegalArgumentException _) {
            throw new WrongUse(answer.strip());
        }
    }
}
