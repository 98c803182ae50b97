package io.belay.runtime.fc;

import io.belay.adapter.aliyun.acs.RoleCredentials;
import io.belay.assembly.SystemTime;
import io.belay.assembly.Systems;
import io.belay.assembly.door.Doorway;
import io.belay.assembly.door.Log;
import io.belay.assembly.door.Tokens;
import io.belay.core.Correlation;
import io.belay.core.Progress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;

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
        var time = new SystemTime();
        var environment = System.getenv();
        var settings = FcSettings.of(environment);
        var systems = new Systems(environment, time, Progress.NONE);
        var doorway = Doorway.to(systems, System.out, time).checked(settings.faults(), settings.function());
        run(settings, doorway, deployment(settings, environment, systems.credentials()), time, instance(environment));
    }

    /** What an instance's own lines are found by: FC's name for it. One that is made would seed a random source at each start. */
    private static Correlation instance(Map<String, String> environment) {
        return Correlation.of(environment.getOrDefault("FC_INSTANCE_ID", "")).orElse(new Correlation("fc-instance"));
    }

    private static Deployment deployment(
            FcSettings settings, Map<String, String> environment, RoleCredentials credentials) {
        return new Deployment(
                settings.function(),
                settings.open(),
                settings.deadline(),
                SelfInvocation.in(environment, credentials),
                AsyncTasks.in(environment, credentials),
                headers -> credentials.take(name -> Optional.ofNullable(headers.get(name))),
                Tokens.of(environment),
                settings.behindFc(),
                SelfInvocation.name(environment));
    }

    private static void run(
            FcSettings settings, Doorway doorway, Deployment deployment, SystemTime time, Correlation instance) {
        var at = new InetSocketAddress("0.0.0.0", settings.port());
        var log = doorway.log();
        try {
            var server = FcServer.start(at, doorway, deployment, time);
            var port = Integer.toString(server.address().getPort());
            log.info("listening", instance, Map.of("port", port));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, log, instance), "end"));
        } catch (IOException taken) {
            log.info(
                    "no-port",
                    instance,
                    Map.of("why", String.valueOf(taken.getMessage()), "port", Integer.toString(settings.port())));
            Runtime.getRuntime().exit(2);
        }
        doorway.early(instance);
    }

    private static void end(FcServer server, Log log, Correlation instance) {
        log.info("ending", instance, Map.of());
        server.close();
        log.info("ended", instance, Map.of());
    }
}
