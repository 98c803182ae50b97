package io.belay.bench.cold;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is measured: Belay as its images start it, and its peers.
 *
 * @param image the root of an image: {@code opt/jre}, {@code opt/belay}
 * @param peers all others
 */
record Runners(Path image, Peers peers) {
    static final String FC = "http/belay";
    static final String LAMBDA = "lambda/belay";

    /** As {@code scripts/bench} laid them out under {@code target/bench}. */
    static Runners here() {
        var folder = Path.of("target", "bench").toAbsolutePath();
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new Runners(folder.resolve("root"), new Peers(folder.resolve("peers"), java));
    }

    /** Belay's two doors alone. */
    List<Runner> belay() {
        var system = Path.of("templates", "examples", "first.yaml").toAbsolutePath();
        var environment = Map.of("BELAY_SYSTEM_FILE", system.toString());
        return List.of(fc(FC, environment), lambda(LAMBDA, environment));
    }

    /** Function Compute's image, as its entry point starts it. */
    Runner.Ready fc(String key, Map<String, String> environment) {
        return belay(key, Door.HTTP, "fc", List.of(), environment);
    }

    /** Lambda's image, as its entry point starts it. */
    Runner.Ready lambda(String key, Map<String, String> environment) {
        var handler = List.of("io.belay.runtime.lambda.HealthHandler::handleRequest");
        return belay(key, Door.LAMBDA, "lambda", handler, environment);
    }

    private Runner.Ready belay(
            String key, Door door, String name, List<String> arguments, Map<String, String> environment) {
        var belay = image().resolve("opt/belay");
        var command = new ArrayList<>(
                List.of(image().resolve("opt/jre/bin/java").toString(), "@" + belay.resolve(name + ".start")));
        command.addAll(arguments);
        var whole = new HashMap<>(environment);
        whole.put("HOME", "/tmp");
        whole.put("LANG", "C.UTF-8");
        var cache = new Runner.Cache(belay.resolve(name + ".aot"), true);
        return new Runner.Ready(key, door, "Belay", command, whole, "/invoke", Optional.of(cache));
    }

    /** Belay and all peers. */
    List<Runner> all() throws IOException {
        var all = new ArrayList<>(belay());
        all.addAll(peers.all());
        return all;
    }
}
