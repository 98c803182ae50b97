package io.belay.core.preset;

import static java.util.Objects.requireNonNull;

import io.belay.core.Severity;
import io.belay.core.alarm.Missing;
import io.belay.core.alarm.Statistic;
import io.belay.core.alarm.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * What a system file says otherwise than a {@link Row}; empty where it says nothing.
 *
 * @param bound in the signal's unit
 * @param off whether the alarm is not wanted at all
 */
public record Adjustment(
        Optional<BigDecimal> bound,
        Optional<Statistic> statistic,
        Optional<Duration> period,
        Optional<Integer> evaluations,
        Optional<Integer> breaching,
        Optional<Missing> missing,
        Optional<Severity> severity,
        boolean off) {
    /** None. */
    public static final Adjustment NONE = new Adjustment(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);

    public Adjustment {
        requireNonNull(bound, "bound");
        requireNonNull(statistic, "statistic");
        requireNonNull(period, "period");
        requireNonNull(evaluations, "evaluations");
        requireNonNull(breaching, "breaching");
        requireNonNull(missing, "missing");
        requireNonNull(severity, "severity");
    }

    /** Where only the evaluations are given, the limit has to be crossed in each. */
    Window window(Window other) {
        var looked = evaluations.orElse(other.evaluations());
        return new Window(
                period.orElse(other.period()),
                looked,
                breaching.orElse(evaluations.isPresent() ? looked : other.breaching()));
    }
}
