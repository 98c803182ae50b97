package io.belay.core.testkit;

import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Gap;
import io.belay.core.alarm.Kind;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Receiver;
import io.belay.core.alarm.Rendering;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The normal form of a store in memory, as wilful as a cloud's: it measures whole minutes alone, knows no reminding, calls signals
 * and receivers by names of its own, and tells of actions that no system file speaks of.
 */
record InMemoryForms(Owner owner, Set<Kind> unknown) {
    Rendering of(Resource wanted) {
        if (unknown.contains(wanted.kind())) {
            return Rendering.none(wanted, "it knows no " + wanted.kind().word());
        }
        return wanted instanceof AlarmSpec alarm ? of(alarm) : Rendering.whole(wanted, marked(wanted));
    }

    private Rendering of(AlarmSpec alarm) {
        var gaps = new ArrayList<Gap>();
        var minutes = (alarm.window().period().toSeconds() + 59) / 60;
        var period = Duration.ofMinutes(minutes);
        if (!period.equals(alarm.window().period())) {
            gaps.add(new Gap(
                    "period",
                    alarm.window().period().toSeconds() + "s",
                    "it measures whole minutes: " + minutes + " of them"));
        }
        alarm.remind().ifPresent(each -> gaps.add(new Gap("remind", each.toString(), "it tells once")));
        var form = new AlarmSpec(
                alarm.name(),
                alarm.description(),
                measure(alarm.measure()),
                alarm.limit(),
                new Window(period, alarm.window().evaluations(), alarm.window().breaching()),
                alarm.missing(),
                alarm.severity(),
                receivers(alarm.receivers()),
                alarm.recovery(),
                Optional.empty());
        return new Rendering(alarm, Optional.of(marked(form).with("actions", "on")), gaps);
    }

    private static Measure measure(Measure measure) {
        return measure instanceof Measure.Of(var signal, var subject, var statistic)
                ? new Measure.Metric("memory", signal.word(), subject, statistic)
                : measure;
    }

    private static List<Receiver> receivers(List<Receiver> receivers) {
        return receivers.stream()
                .map(each -> new Receiver("memory:" + each.name(), each.channels()))
                .toList();
    }

    private Canonical marked(Resource resource) {
        return Canonical.of(resource, resource.kind().owned() ? Optional.of(owner) : Optional.empty());
    }
}
