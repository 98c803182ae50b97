package io.belay.alarmsetup;

import io.belay.core.Fingerprint;
import io.belay.core.alarm.Canonical;
import io.belay.core.plan.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The name of a plan: two that would do the same to the same have the same, however far apart they were drawn. */
final class PlanId {
    private PlanId() {}

    static String of(List<Drawn> drawn) {
        var parts = new ArrayList<String>();
        for (var each : drawn) {
            parts.add(each.store().target().address());
            each.plan().changes().forEach(change -> add(parts, change));
        }
        return "p-" + Fingerprint.of(parts).substring(0, 16);
    }

    private static void add(List<String> parts, Change<Canonical> change) {
        add(parts, change.before());
        add(parts, change.after());
    }

    /** A store may list its fields in any order. */
    private static void add(List<String> parts, Optional<Canonical> form) {
        parts.add(form.map(each -> each.id().toString()).orElse("nothing"));
        form.ifPresent(each -> parts.add(new TreeMap<>(each.all().values()).toString()));
    }
}
