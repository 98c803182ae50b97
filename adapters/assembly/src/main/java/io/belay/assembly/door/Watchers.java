package io.belay.assembly.door;

import io.belay.core.system.SystemSpec;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which systems of a door name which alarms, while one event is answered: an event may hold thousands of alarms, and each file is
 * looked at once for all of them.
 *
 * @param open those whose file is right, by name
 * @param faults what is wrong with the others' files, each with its system's name
 */
record Watchers(SortedMap<String, SystemSpec> open, List<String> faults) {
    Watchers {
        open = Collections.unmodifiableSortedMap(new TreeMap<>(open));
        faults = List.copyOf(faults);
    }

    /** Those that name an alarm of {@code source} that is called {@code alarm}, to be put back for or drilled. */
    List<String> of(String source, String alarm) {
        return open.entrySet().stream()
                .filter(each -> names(each.getValue(), source, alarm))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean names(SystemSpec system, String source, String alarm) {
        var drilled = system.alarms()
                .drill()
                .filter(each ->
                        each.alarm().equals(alarm) && each.source().kind().equals(source));
        return drilled.isPresent()
                || system.rollback().when().alarms().stream()
                        .anyMatch(each -> each.alarm().equals(alarm)
                                && each.source().kind().equals(source));
    }
}
