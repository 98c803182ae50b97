package io.belay.assembly.door;

import io.belay.alarmsetup.Rehearsal;
import io.belay.core.Evidence;
import io.belay.core.Report;
import io.belay.core.alarm.DrillTrail.Leg;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the log says of a drill that a function answered: a line for each leg, by which whoever drills follows it. */
final class DrillLines {
    private DrillLines() {}

    /** None where {@code report} is of no drill. */
    static List<Map<String, String>> of(Report report) {
        var drill = said(report, Rehearsal.MARK);
        return drill.isEmpty()
                ? List.of()
                : Stream.of(Leg.values())
                        .flatMap(leg -> said(report, leg.word()).stream()
                                .map(at -> Map.of("drill", drill.get(), "leg", leg.word(), "at", at)))
                        .toList();
    }

    private static Optional<String> said(Report report, String fact) {
        return report.function().equals(Rehearsal.NAME)
                ? report.findings().stream()
                        .limit(1)
                        .flatMap(head -> head.evidence().stream())
                        .filter(each -> each.fact().equals(fact))
                        .map(Evidence::observed)
                        .findFirst()
                : Optional.empty();
    }
}
