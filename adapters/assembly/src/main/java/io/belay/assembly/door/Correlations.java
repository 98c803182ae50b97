package io.belay.assembly.door;

import io.belay.core.Correlation;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the id that a caller already gave this run, or makes one: the trace id of {@code traceparent} (W3C Trace Context,
 * level 1), else {@code x-request-id}, else the platform's own request id.
 */
public final class Correlations {
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");
    private static final String NO_TRACE = "0".repeat(32);

    private Correlations() {}

    /**
     * The id of a call.
     *
     * @param headers by lower-case name
     * @param platform the platform's request id, where it gave one
     */
    public static Correlation of(Map<String, String> headers, Optional<String> platform) {
        return trace(headers)
                .or(() -> Optional.ofNullable(headers.get("x-request-id")))
                .flatMap(Correlation::of)
                .or(() -> platform.flatMap(Correlation::of))
                .orElseGet(Correlations::made);
    }

    /** A new one. */
    public static Correlation made() {
        var bytes = new byte[16];
        Random.SOURCE.nextBytes(bytes);
        return new Correlation(HexFormat.of().formatHex(bytes));
    }

    private static Optional<String> trace(Map<String, String> headers) {
        var match = TRACEPARENT.matcher(headers.getOrDefault("traceparent", ""));
        return match.matches() && !match.group(1).equals(NO_TRACE) ? Optional.of(match.group(1)) : Optional.empty();
    }

    /** Seeded on first use and not at start, so that a snapshot of a started process holds no state of it. */
    private static final class Random {
        private static final SecureRandom SOURCE = new SecureRandom();
    }
}
