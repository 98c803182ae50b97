package io.belay.alarmsetup;

import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Severity;
import io.belay.core.Verdict;
import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.AlarmsSpec;
import io.belay.core.alarm.Budget;
import io.belay.core.alarm.Channel;
import io.belay.core.alarm.Composite;
import io.belay.core.alarm.Dashboard;
import io.belay.core.alarm.MetricFilter;
import io.belay.core.alarm.Receiver;
import io.belay.core.alarm.Rendering;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Retention;
import io.belay.core.alarm.SavedQuery;
import io.belay.core.alarm.Window;
import io.belay.core.fact.Spans;
import io.belay.core.release.RollbackCauses.Watched;
import io.belay.core.release.RollbackSpec;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the promised time to safety can be kept: from the first bad moment through the alarm's window, its evaluation, its
 * delivery, the function's start and work, and the time to live of a name that is changed. Asked of the alarms for which a release
 * is put back; where none is named, of critical ones that call a function.
 */
record TimeToSafety(AlarmsSpec alarms, RollbackSpec rollback) {
    private static final List<Duration> PERIODS =
            Stream.of(60, 30, 10).map(Duration::ofSeconds).toList();

    List<Finding> findings(Drawn drawn) {
        var windows = new HashMap<String, AlarmSpec>();
        for (var each : drawn.renderings()) {
            if (each.form().isPresent() && each.form().get().resource() instanceof AlarmSpec alarm) {
                windows.put(alarm.name(), alarm);
            }
        }
        var named = rollback.when().alarms().stream().map(Watched::alarm).collect(Collectors.toSet());
        return drawn.renderings().stream()
                .map(Rendering::wanted)
                .filter(each -> counts(each, named))
                .flatMap(each -> slowest(each, windows).map(alarm -> finding(drawn, each, alarm)).stream())
                .toList();
    }

    private static boolean counts(Resource resource, Set<String> named) {
        return switch (resource) {
            case AlarmSpec alarm
            when named.isEmpty() ->
                alarm.severity() == Severity.CRITICAL
                        && alarm.receivers().stream()
                                .flatMap(each -> each.channels().stream())
                                .anyMatch(Channel.Function.class::isInstance);
            case AlarmSpec alarm -> named.contains(alarm.name());
            case Composite composite -> named.contains(composite.name());
            case Budget _, Dashboard _, MetricFilter _, Receiver _, Retention _, SavedQuery _ -> false;
        };
    }

    /** A composite alarm is as slow as the slowest that it asks. */
    private static Optional<AlarmSpec> slowest(Resource resource, Map<String, AlarmSpec> windows) {
        var names = resource instanceof Composite composite ? composite.needs() : Set.of(resource.name());
        return names.stream()
                .flatMap(each -> Optional.ofNullable(windows.get(each)).stream())
                .max(Comparator.comparing(each -> each.window().shortest()));
    }

    private Finding finding(Drawn drawn, Resource resource, AlarmSpec alarm) {
        var window = alarm.window();
        var sum = window.shortest().plus(alarms.safety().sum());
        var kept = sum.compareTo(rollback.promise()) <= 0;
        var promised = "promised within " + Spans.shown(rollback.promise());
        return new Finding(
                resource.name(),
                "time to safety",
                drawn.store().target().address(),
                kept ? Verdict.PASS : Verdict.FAIL,
                "safe after " + Spans.shown(sum) + " at best, " + promised
                        + (kept ? "" : ": " + advice(alarm.name(), window)),
                evidence(window, sum),
                Duration.ZERO);
    }

    private List<Evidence> evidence(Window window, Duration sum) {
        var safety = alarms.safety();
        return List.of(
                Evidence.compared(
                        "time to safety",
                        "<= " + Spans.shown(rollback.promise()),
                        Spans.shown(sum),
                        sum.compareTo(rollback.promise()) <= 0),
                Evidence.noted("window", shown(window) + " = " + Spans.shown(window.shortest())),
                Evidence.noted("evaluation", Spans.shown(safety.evaluation())),
                Evidence.noted("delivery", Spans.shown(safety.delivery())),
                Evidence.noted("start", Spans.shown(safety.start())),
                Evidence.noted("work", Spans.shown(safety.work())),
                Evidence.noted("ttl", Spans.shown(safety.ttl())));
    }

    /** The field to change: the window where that is enough, else the longest part of the way. */
    private String advice(String name, Window window) {
        var room = rollback.promise().minus(alarms.safety().sum());
        if (room.compareTo(window.period()) >= 0) {
            var most = room.dividedBy(window.period());
            return "lower the evaluations of " + name + " from " + window.breaching() + " to " + most;
        }
        for (var period : PERIODS) {
            if (room.compareTo(period) >= 0 && period.compareTo(window.period()) < 0) {
                var most = Math.min(window.breaching(), room.dividedBy(period));
                return "lower the window of " + name + " from " + shown(window) + " to " + most + " x "
                        + Spans.shown(period);
            }
        }
        return longest();
    }

    private String longest() {
        var safety = alarms.safety();
        var parts = Map.of(
                "evaluation", safety.evaluation(),
                "delivery", safety.delivery(),
                "start", safety.start(),
                "work", safety.work(),
                "ttl", safety.ttl());
        var part = parts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        return "no window is short enough; lower the " + part.getKey() + ", now " + Spans.shown(part.getValue())
                + ", or promise more time";
    }

    private static String shown(Window window) {
        return window.breaching() + " x " + Spans.shown(window.period());
    }
}
