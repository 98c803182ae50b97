package io.belay.assembly.door;

import io.belay.core.system.SystemSpec;

/** Which alarms a system file names. */
final class Watched {
    private Watched() {}

    /** Whether {@code system} names an alarm of {@code source} that is called {@code alarm}, to be put back for or drilled. */
    static boolean by(SystemSpec system, String source, String alarm) {
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
