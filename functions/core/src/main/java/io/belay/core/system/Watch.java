package io.belay.core.system;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often a system is verified by the clock: closely at first, once another release serves, and more seldom then. Whoever calls
 * by the clock says how often that is; here is said which of those calls are due. Nothing is kept from one to the next.
 *
 * @param atFirst how often after a release; more than nothing
 * @param lasting for how long that is
 * @param every how often then; more than nothing
 */
public record Watch(Duration atFirst, Duration lasting, Duration every) {
    /** @throws IllegalArgumentException where a span is nothing or less */
    public Watch {
        requireNonNull(atFirst, "atFirst");
        requireNonNull(lasting, "lasting");
        requireNonNull(every, "every");
        if (!atFirst.isPositive() || lasting.isNegative() || !every.isPositive()) {
            throw new IllegalArgumentException(
                    "spans are more than nothing: " + atFirst + ", " + lasting + ", " + every);
        }
    }

    /**
     * When the next call is due; empty where this one is. One that comes before or after its time by less than {@code tick} is
     * neither left out nor made twice, unless by so much that another is in its place.
     *
     * @param released since when what serves has served; empty where that is not known
     * @param now when the call was made
     * @param tick how often is called; more than nothing
     */
    public Optional<Instant> next(Optional<Instant> released, Instant now, Duration tick) {
        var age = released.map(at -> Duration.between(at, now)).filter(each -> !each.isNegative());
        var close = age.filter(each -> each.compareTo(lasting) < 0);
        var span = close.isPresent() ? atFirst : every;
        var position = close.orElseGet(() -> Duration.between(Instant.EPOCH, now));
        var into = position.minus(span.multipliedBy(position.dividedBy(span)));
        return into.compareTo(tick) < 0 ? Optional.empty() : Optional.of(now.plus(span.minus(into)));
    }
}
