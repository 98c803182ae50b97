package io.belay.core.alarm;

import static java.util.Objects.requireNonNull;

import io.belay.core.Severity;
import io.belay.core.fact.Spans;
import io.belay.core.plan.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An alarm on a measure.
 *
 * @param description why it is there and what to do; may be empty
 * @param receivers who is told when it turns red: in a canonical form, named as its
 *     cloud calls them. By name
 * @param recovery whether they are told as well when it turns green again
 * @param remind how long after it was told that it is still red is told again; empty where the store's own way will do
 */
public record AlarmSpec(
        String name,
        String description,
        Measure measure,
        Limit limit,
        Window window,
        Missing missing,
        Severity severity,
        List<Receiver> receivers,
        boolean recovery,
        Optional<Duration> remind)
        implements Resource {
    public AlarmSpec {
        requireNonNull(name, "name");
        requireNonNull(description, "description");
        requireNonNull(measure, "measure");
        requireNonNull(limit, "limit");
        requireNonNull(window, "window");
        requireNonNull(missing, "missing");
        requireNonNull(severity, "severity");
        receivers = Receiver.sorted(receivers);
        requireNonNull(remind, "remind");
    }

    /** The same alarm with other receivers. */
    public AlarmSpec to(List<Receiver> others) {
        return new AlarmSpec(name, description, measure, limit, window, missing, severity, others, recovery, remind);
    }

    /** The same alarm on {@code other}, which crosses {@code bound}: both are a cloud's own, as is the unit. */
    public AlarmSpec on(Measure other, Limit bound) {
        return new AlarmSpec(name, description, other, bound, window, missing, severity, receivers, recovery, remind);
    }

    @Override
    public Kind kind() {
        return Kind.ALARM;
    }

    @Override
    public Fields fields() {
        return Fields.NONE
                .with("measure", measure.shown())
                .with("threshold", limit.shown())
                .with("period", Spans.shown(window.period()))
                .with("evaluations", window.breaching() + " of " + window.evaluations())
                .with("missing data", missing.word())
                .with("severity", severity.name().toLowerCase(Locale.ROOT))
                .with("receivers", Receiver.names(receivers))
                .with("recovery", recovery ? "told" : "not told")
                .with("remind", remind.map(Spans::shown))
                .with("description", description);
    }
}
