package io.belay.adapter.aliyun.alarms;

import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Composite;
import io.belay.core.alarm.Gap;
import io.belay.core.alarm.Limit;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Missing;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Rendering;
import io.belay.core.alarm.Window;
import io.belay.core.fact.Spans;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CloudMonitor's normal form of an alarm on a measure. */
record RuleForms(Owner owner, Signals signals, Metas metas) {
    static final String ACTIONS = "actions";
    static final String EVALUATIONS = "evaluations";

    /** "Unit: seconds. Default value: 86400." (SilenceTime of PutResourceMetricRule.) */
    static final Duration SILENCE = Duration.ofDays(1);

    static Canonical form(AlarmSpec alarm, Optional<Owner> owner) {
        return Canonical.of(alarm, owner).with(ACTIONS, "on");
    }

    static Canonical form(Composite composite, Optional<Owner> owner, int times, Duration remind, Missing missing) {
        return Canonical.of(composite, owner)
                .with(EVALUATIONS, times + " of " + times)
                .with("missing data", missing.word())
                .with("remind", Spans.shown(remind))
                .with(ACTIONS, "on");
    }

    Rendering of(AlarmSpec alarm) throws InterruptedException {
        var gaps = new ArrayList<Gap>();
        var refused = Names.refused(alarm.name());
        if (refused.isPresent()) {
            return Rendering.none(alarm, refused.get());
        }
        if (alarm.receivers().isEmpty()) {
            return Rendering.none(alarm, "a rule tells a group of contacts at least: name a receiver");
        }
        if (!(alarm.limit() instanceof Limit.Threshold limit)) {
            return Rendering.none(
                    alarm,
                    "CloudMonitor learns no band: ask for a threshold, it compares with yesterday and last week at most");
        }
        var measure = alarm.measure();
        if (measure instanceof Measure.Of wanted) {
            switch (signals.of(wanted)) {
                case Signals.Told.Not(var reason) -> {
                    return Rendering.none(alarm, reason);
                }
                case Signals.Told.By(var told, var factor, var proviso) -> {
                    measure = told;
                    limit = new Limit.Threshold(
                            limit.comparison(), limit.bound().multiply(factor));
                    if (!proviso.isEmpty()) {
                        gaps.add(new Gap("measure", wanted.shown(), proviso));
                    }
                }
            }
        }
        return switch (new Measured(metas).of(measure, limit, alarm.window().period(), gaps)) {
            case Measured.Seen.Not(var reason) -> none(alarm, gaps, measure, reason);
            case Measured.Seen.By(var seen, var period) -> whole(alarm, seen, limit, period, gaps);
        };
    }

    private static Rendering none(AlarmSpec alarm, List<Gap> gaps, Measure measure, String reason) {
        gaps.add(new Gap("measure", measure.shown(), reason));
        return new Rendering(alarm, Optional.empty(), gaps);
    }

    private Rendering whole(AlarmSpec alarm, Measure measure, Limit limit, Duration period, List<Gap> gaps) {
        var spec = new AlarmSpec(
                alarm.name(),
                alarm.description().strip(),
                measure,
                limit,
                window(alarm.window(), period, gaps),
                missing(alarm.missing(), gaps),
                alarm.severity(),
                Told.canonical(alarm.receivers(), gaps),
                recovery(alarm.recovery(), gaps),
                Optional.of(remind(alarm.remind(), gaps)));
        return new Rendering(alarm, Optional.of(form(spec, Optional.of(owner))), gaps);
    }

    /** A rule turns red by so many periods in a row. */
    private static Window window(Window wanted, Duration period, List<Gap> gaps) {
        if (!period.equals(wanted.period())) {
            gaps.add(new Gap(
                    "period",
                    Spans.shown(wanted.period()),
                    "CloudMonitor makes a number of this metric for certain spans alone: " + Spans.shown(period)));
        }
        if (wanted.breaching() != wanted.evaluations()) {
            gaps.add(new Gap(
                    EVALUATIONS,
                    wanted.breaching() + " of " + wanted.evaluations(),
                    "a rule counts periods in a row: " + wanted.breaching() + " of them"));
        }
        return Window.of(period, wanted.breaching());
    }

    static Missing missing(Missing wanted, List<Gap> gaps) {
        if (wanted != Missing.RED) {
            return wanted;
        }
        gaps.add(new Gap(
                "missing data", wanted.word(), "a rule does not turn red by it, but tells that there are no data"));
        return Missing.UNKNOWN;
    }

    static boolean recovery(boolean wanted, List<Gap> gaps) {
        if (!wanted) {
            gaps.add(new Gap("recovery", "not told", "whoever is told of an alarm is told of its end"));
        }
        return true;
    }

    static Duration remind(Optional<Duration> wanted, List<Gap> gaps) {
        if (wanted.isEmpty()) {
            return SILENCE;
        }
        var whole = Duration.ofSeconds(Math.max(1, wanted.get().plusMillis(999).toSeconds()));
        if (!whole.equals(wanted.get())) {
            gaps.add(new Gap("remind", Spans.shown(wanted.get()), "it waits whole seconds: " + Spans.shown(whole)));
        }
        return whole;
    }
}
