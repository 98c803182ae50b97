package io.belay.runtime.fc;

import io.belay.assembly.Bundle;
import io.belay.core.fact.Spans;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the environment says of the server.
 *
 * @param port {@code FC_CUSTOM_LISTEN_PORT}, set by FC; 9000 otherwise
 * @param function {@code BELAY_FUNCTION}: what {@code /invoke} runs; {@code health} otherwise
 * @param deadline {@code BELAY_DEADLINE}: how long a call may take where FC does not say; the system file's own limit
 *     otherwise
 * @param open {@code BELAY_OPEN}: which functions that change something answer to a {@code POST} at their path, besides
 *     {@code function}; none otherwise
 * @param behindFc whether {@code FC_FUNCTION_NAME} is set, as FC does
 * @param faults what is wrong with them; the defaults stand in their place
 */
record FcSettings(
        int port,
        String function,
        Optional<Duration> deadline,
        Set<String> open,
        boolean behindFc,
        List<String> faults) {
    private static final int PORT = 9000;

    static FcSettings of(Map<String, String> environment) {
        var faults = new ArrayList<String>();
        var port = environment.getOrDefault("FC_CUSTOM_LISTEN_PORT", Integer.toString(PORT));
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
            faults.add("FC_CUSTOM_LISTEN_PORT: found " + port + "; a port from 0 to 65535 is meant");
            port = Integer.toString(PORT);
        }
        var written = Optional.ofNullable(environment.get("BELAY_DEADLINE"));
        var deadline = written.flatMap(Spans::read)
                .filter(span -> span.isPositive() && span.compareTo(TimeLimit.LONGEST) <= 0);
        if (written.isPresent() && deadline.isEmpty()) {
            faults.add("BELAY_DEADLINE: found " + written.get() + "; a span such as 20s, of a day at most, is meant");
        }
        return new FcSettings(
                Integer.parseInt(port),
                environment.getOrDefault("BELAY_FUNCTION", Bundle.HEALTH),
                deadline,
                open(environment, faults),
                !environment.getOrDefault("FC_FUNCTION_NAME", "").isEmpty(),
                faults);
    }

    private static Set<String> open(Map<String, String> environment, List<String> faults) {
        var written = environment.getOrDefault("BELAY_OPEN", "").strip();
        var open = written.isEmpty() ? new TreeSet<String>() : new TreeSet<>(List.of(written.split("[ ,]+", -1)));
        if (Bundle.CHANGING.containsAll(open)) {
            return open;
        }
        faults.add("BELAY_OPEN: found " + written + "; of " + String.join(", ", Bundle.CHANGING)
                + " those that answer to a POST are meant");
        return Set.of();
    }
}
