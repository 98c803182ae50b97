package io.belay.alarmsetup;

import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Composites;
import io.belay.core.alarm.Kind;
import io.belay.core.alarm.Resource;
import io.belay.core.plan.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In which order changes are made: what others point at before what points at it, and deleted in reverse. Deletions come last, when
 * nothing that stays points at them any more; but an alarm that becomes a composite alarm of the same name, or the reverse, makes
 * room first.
 */
final class Order {
    private static final Set<Kind> ALARMS = Set.of(Kind.ALARM, Kind.COMPOSITE);

    private Order() {}

    static List<Change<Canonical>> of(List<Change<Canonical>> changes, List<Withheld> withheld) {
        var made = changes.stream()
                .filter(each -> each.after().isPresent())
                .collect(Collectors.toCollection(ArrayList::new));
        var gone = changes.stream()
                .filter(each -> each.after().isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
        var blocked = withheld.stream()
                .map(Withheld::change)
                .filter(each -> each.after().isEmpty())
                .flatMap(each -> each.before().stream())
                .filter(Order::alarm)
                .map(each -> each.id().name())
                .collect(Collectors.toSet());
        made.removeIf(each -> each instanceof Change.Create<Canonical>(var desired)
                && alarm(desired)
                && blocked.contains(desired.id().name())
                && withheld.add(new Withheld(each, "what bears its name is in the way, and may not be deleted")));
        var swapped = made.stream()
                .flatMap(each -> each.after().stream())
                .filter(Order::alarm)
                .map(each -> each.id().name())
                .collect(Collectors.toSet());
        var room = gone.stream()
                .filter(each -> each.before()
                        .filter(form ->
                                alarm(form) && swapped.contains(form.id().name()))
                        .isPresent())
                .toList();
        gone.removeAll(room);
        made.sort(by(made, Change::after));
        gone.sort(by(gone, Change::before).reversed());
        return Stream.of(room, made, gone).flatMap(List::stream).toList();
    }

    private static boolean alarm(Canonical form) {
        return ALARMS.contains(form.id().kind());
    }

    private static Comparator<Change<Canonical>> by(
            List<Change<Canonical>> changes, Function<Change<Canonical>, Optional<Canonical>> side) {
        var rank = new HashMap<String, Integer>();
        var resources = changes.stream()
                .flatMap(each -> side.apply(each).stream())
                .map(Canonical::resource)
                .toList();
        composites(resources).forEach(name -> rank.put(name, rank.size()));
        return Comparator.<Change<Canonical>, Kind>comparing(
                        each -> form(each, side).id().kind())
                .thenComparingInt(each -> rank(rank, form(each, side).resource()))
                .thenComparing(each -> form(each, side).id().name());
    }

    /** What is there may go in a circle, for no cloud forbids it; then any order is as good. */
    private static List<String> composites(List<Resource> resources) {
        try {
            return Composites.inOrder(resources);
        } catch (IllegalArgumentException inACircle) {
            return List.of();
        }
    }

    private static int rank(Map<String, Integer> rank, Resource resource) {
        return resource.kind() == Kind.COMPOSITE ? rank.getOrDefault(resource.name(), 0) : 0;
    }

    private static Canonical form(Change<Canonical> change, Function<Change<Canonical>, Optional<Canonical>> side) {
        return side.apply(change).orElseThrow();
    }
}
