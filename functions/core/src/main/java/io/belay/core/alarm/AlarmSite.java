package io.belay.core.alarm;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A store, and what it should hold.
 *
 * @param wanted no two of the same name and kind, nor an alarm and a composite alarm of the same name; whom they name is among them
 */
public record AlarmSite(AlarmStore store, List<Resource> wanted) {
    public AlarmSite {
        requireNonNull(store, "store");
        wanted = List.copyOf(wanted);
        alone(wanted);
        known(wanted);
    }

    private static void alone(List<Resource> wanted) {
        var seen = new HashSet<String>();
        for (var each : wanted) {
            var space = each.kind() == Kind.COMPOSITE ? Kind.ALARM : each.kind();
            if (!seen.add(space + " " + each.name())) {
                throw new IllegalArgumentException("two things are " + each.id());
            }
        }
    }

    private static void known(List<Resource> wanted) {
        var all = new HashSet<>(wanted);
        var alarms = wanted.stream()
                .filter(each -> each.kind() == Kind.ALARM || each.kind() == Kind.COMPOSITE)
                .map(Resource::name)
                .collect(Collectors.toCollection(TreeSet::new));
        for (var each : wanted) {
            for (var receiver : each.receivers()) {
                if (!all.contains(receiver)) {
                    throw new IllegalArgumentException(each.id() + " tells " + receiver.name() + ", who is not wanted");
                }
            }
            if (each instanceof Composite composite && !alarms.containsAll(composite.needs())) {
                throw new IllegalArgumentException(
                        each.id() + " asks " + composite.needs() + ", and there are " + alarms);
            }
        }
        Composites.inOrder(wanted);
    }
}
