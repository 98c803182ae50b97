package io.belay.core.preset;

import static java.util.Objects.requireNonNull;

import io.belay.core.Severity;
import io.belay.core.alarm.Limit;
import io.belay.core.alarm.Missing;
import io.belay.core.alarm.Signal;
import io.belay.core.alarm.Statistic;
import io.belay.core.alarm.Window;

/**
 * One alarm of a preset.
 *
 * @param name by which it is overridden: {@code errors}
 * @param from where its threshold comes from: a checklist, in its own words
 */
public record Row(
        String name,
        Signal signal,
        Statistic statistic,
        Limit.Threshold limit,
        Window window,
        Missing missing,
        Severity severity,
        String from) {
    public Row {
        requireNonNull(name, "name");
        requireNonNull(signal, "signal");
        requireNonNull(statistic, "statistic");
        requireNonNull(limit, "limit");
        requireNonNull(window, "window");
        requireNonNull(missing, "missing");
        requireNonNull(severity, "severity");
        requireNonNull(from, "from");
    }
}
