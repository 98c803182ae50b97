package io.belay.rollback;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which of a clock's calls tell that it still cannot be put back: the first once the alarm is red, and then one each half an hour,
 * since nobody reads what comes every five minutes all night. Nothing is kept from one call to the next: what is told is counted
 * from when the alarm came up.
 */
final class Again {
    private static final Duration EVERY = Duration.ofMinutes(30);

    /** Of what nobody knows since when it is so: the first word may come so late. */
    private static final Duration UNDATED = Duration.ofMinutes(10);

    private Again() {}

    /**
     * Whether this call tells it.
     *
     * @param raised since when it is so; empty where that is not known
     * @param tick how often the clock calls
     */
    static boolean due(Optional<Instant> raised, Instant now, Duration tick) {
        var age = raised.map(at -> Duration.between(at, now)).filter(each -> !each.isNegative());
        var span = age.isPresent() ? EVERY : UNDATED;
        var seconds = age.orElseGet(() -> Duration.between(Instant.EPOCH, now)).toSeconds();
        return Duration.ofSeconds(seconds % span.toSeconds()).compareTo(tick) < 0;
    }
}
