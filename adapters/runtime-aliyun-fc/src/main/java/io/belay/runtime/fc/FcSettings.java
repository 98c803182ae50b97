package io.belay.runtime.fc;

import io.belay.assembly.Bundle;
import io.belay.core.fact.Spans;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says of the server.
 *
 * @param port {@code FC_CUSTOM_LISTEN_PORT}, set by FC; 9000 otherwise
 * @param function {@code BELAY_FUNCTION}: what {@code /invoke} runs; {@code health} otherwise
 * @param deadline {@code BELAY_DEADLINE}: how long a call may take where FC does not say; the system file's own limit
 *     otherwise
 * @param faults what is wrong with them; the defaults stand in their place
 */
record FcSettings(int port, String function, Optional<Duration> deadline, List<String> faults) {
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
                Integer.parseInt(port), environment.getOrDefault("BELAY_FUNCTION", Bundle.HEALTH), deadline, faults);
    }
}
