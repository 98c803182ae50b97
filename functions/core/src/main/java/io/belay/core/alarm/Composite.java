package io.belay.core.alarm;

import static java.util.Objects.requireNonNull;

import io.belay.core.Severity;
import io.belay.core.fact.Spans;
import io.belay.core.plan.Fields;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An alarm on alarms.
 *
 * @param receivers as of an {@link AlarmSpec}
 * @param hush while which other alarm is red nobody is told
 */
public record Composite(
        String name,
        String description,
        Rule rule,
        Severity severity,
        List<Receiver> receivers,
        boolean recovery,
        Optional<Hush> hush)
        implements Resource {
    public Composite {
        requireNonNull(name, "name");
        requireNonNull(description, "description");
        requireNonNull(rule, "rule");
        requireNonNull(severity, "severity");
        receivers = Receiver.sorted(receivers);
        requireNonNull(hush, "hush");
    }

    /**
     * An alarm while which is red nobody is told.
     *
     * @param patience how long is waited for it to turn red before somebody is told
     * @param extension how long after it turned green nobody is told either
     */
    public record Hush(String alarm, Duration patience, Duration extension) {
        public Hush {
            requireNonNull(alarm, "alarm");
            requireNonNull(patience, "patience");
            requireNonNull(extension, "extension");
        }

        private String shown() {
            return "while " + alarm + " is red, waits " + Spans.shown(patience) + ", and " + Spans.shown(extension)
                    + " on";
        }
    }

    /** The names of the alarms that have to be there before it can be. */
    public SortedSet<String> needs() {
        var all = new TreeSet<>(rule.alarms());
        hush.ifPresent(each -> all.add(each.alarm()));
        return Collections.unmodifiableSortedSet(all);
    }

    /** The same alarm with other receivers. */
    public Composite to(List<Receiver> others) {
        return new Composite(name, description, rule, severity, others, recovery, hush);
    }

    @Override
    public Kind kind() {
        return Kind.COMPOSITE;
    }

    @Override
    public Fields fields() {
        return Fields.NONE
                .with("rule", rule.shown())
                .with("severity", severity.name().toLowerCase(Locale.ROOT))
                .with("receivers", Receiver.names(receivers))
                .with("recovery", recovery ? "told" : "not told")
                .with("hush", hush.map(Hush::shown))
                .with("description", description);
    }
}
