package io.belay.core;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id that ties a run's log lines, its report and its caller's own records together.
 *
 * @param id 8 to 64 characters of {@code A-Z a-z 0-9 . _ -}: safe in a header, a file name and a log line
 */
public record Correlation(String id) {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    public Correlation {
        if (!SAFE.matcher(id).matches()) {
            throw new IllegalArgumentException("a correlation id is 8 to 64 of A-Z a-z 0-9 . _ -");
        }
    }

    /** {@code id} where it is one; empty where a caller sent something else. */
    public static Optional<Correlation> of(String id) {
        return SAFE.matcher(id).matches() ? Optional.of(new Correlation(id)) : Optional.empty();
    }

    @Override
    public String toString() {
        return id;
    }
}
