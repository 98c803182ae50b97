package io.belay.core.check;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How much is asked at once, and for how long.
 *
 * @param concurrency how many questions may be open at once, 1 to 10,000
 * @param perHost how many of them at one host, 1 to 10,000
 * @param within how long a run may take where its caller sets no sooner deadline
 */
public record Limits(int concurrency, int perHost, Duration within) {
    /** What holds where the system file says nothing: 256 at once, 16 a host, 60 seconds. */
    public static final Limits DEFAULT = new Limits(256, 16, Duration.ofSeconds(60));

    public Limits {
        requireNonNull(within, "within");
        if (concurrency < 1 || concurrency > 10_000 || perHost < 1 || perHost > 10_000 || !within.isPositive()) {
            throw new IllegalArgumentException("1 to 10,000 questions at once, a host as well, and a span above zero");
        }
    }
}
