package io.belay.core.release;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How a rollback is proved.
 *
 * @param arrive for how long a target may be on its way
 * @param within for how long health is asked, once all has arrived, until it passes
 * @param every the pause between two looks, at a target or at health
 */
public record RollbackProof(Duration arrive, Duration within, Duration every) {
    /** 15 minutes to arrive, 3 minutes to be well, a look every 5 seconds. */
    public static final RollbackProof DEFAULT =
            new RollbackProof(Duration.ofMinutes(15), Duration.ofMinutes(3), Duration.ofSeconds(5));

    public RollbackProof {
        requireNonNull(arrive, "arrive");
        requireNonNull(within, "within");
        if (!arrive.isPositive() || !within.isPositive() || !every.isPositive()) {
            throw new IllegalArgumentException("spans above zero");
        }
    }
}
