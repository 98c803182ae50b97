package io.belay.runtime.fc;

import io.belay.assembly.SystemTime;
import io.belay.assembly.door.Correlations;
import io.belay.assembly.door.Door;
import io.belay.assembly.door.Log;
import io.belay.assembly.door.NotOpen;
import io.belay.assembly.door.Doorway;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What an FC instance starts. It prints JSON lines and nothing else.
 *
 * <p>Wrong settings and a wrong system file do not end it: all that FC would then tell a person at night is "process
 * exited". It listens, {@code /health/live} says 200, {@code /health/ready} says 503, and every call is failed with all
 * the faults in its answer and in the log. Only a port that cannot be had ends it, with 2.
 */
public final class FcMain {
    private FcMain() {}

    /** Starts the server; no arguments. */
    public static void main(String[] arguments) {
        var environment = System.getenv();
        run(environment, () -> {
            throw new NotOpen(List.of("BELAY_SYSTEM_FILE: reading it is not built in yet"));
        });
    }

    static void run(Map<String, String> environment, Supplier<Door> opener) {
        var time = new SystemTime();
        var log = new Log(System.out, time, UnaryOperator.identity());
        var settings = FcSettings.of(environment);
        var doorway = new Doorway(() -> opened(settings, opener), log);
        var at = new InetSocketAddress("0.0.0.0", settings.port());
        try {
            var server = FcServer.start(at, doorway, settings.function(), settings.deadline(), time);
            var port = Integer.toString(server.address().getPort());
            log.info("listening", Correlations.made(), Map.of("port", port));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, log), "end"));
        } catch (IOException taken) {
            log.info(
                    "no-port",
                    Correlations.made(),
                    Map.of("why", String.valueOf(taken.getMessage()), "port", Integer.toString(settings.port())));
            Runtime.getRuntime().exit(2);
        }
        // Wrong settings are in the log before the first call. The next call tries again.
        tryEarly(doorway);
    }

    private static void tryEarly(Doorway doorway) {
        try {
            doorway.door(Correlations.made());
        } catch (NotOpen _) {
            // The doorway has logged it, and every call will say it.
        } catch (RuntimeException bug) {
            doorway.log().bug("bug", Correlations.made(), bug);
        }
    }

    private static Door opened(FcSettings settings, Supplier<Door> opener) {
        var faults = new ArrayList<>(settings.faults());
        Optional<Door> door = Optional.empty();
        try {
            door = Optional.of(opener.get());
            if (!door.get().names().contains(settings.function())) {
                faults.add("BELAY_FUNCTION: found " + settings.function() + "; there are "
                        + door.get().names());
            }
        } catch (NotOpen shut) {
            faults.addAll(shut.faults());
        }
        if (!faults.isEmpty()) {
            throw new NotOpen(faults);
        }
        return door.orElseThrow();
    }

    private static void end(FcServer server, Log log) {
        log.info("ending", Correlations.made(), Map.of());
        server.close();
        log.info("ended", Correlations.made(), Map.of());
    }
}
