package io.belay.migrationverify;

import io.belay.core.Evidence;
import io.belay.core.Fault;
import io.belay.core.Finding;
import io.belay.core.PortException;
import io.belay.core.Verdict;
import io.belay.core.migration.DatabaseReading.Part;
import io.belay.core.migration.Expected;
import io.belay.core.schema.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said of a schema: against the one that was recorded, and against the facts that the system file names. */
record SchemaParts(Expected expected, Optional<Part<Picture>> schema, Flight flight) {
    private static final Fault UNASKED = new Fault(Fault.Kind.NOT_FOUND, "the schema was not read");

    List<Finding> findings() {
        var parts = new ArrayList<Finding>();
        expected.baseline().ifPresent(recorded -> parts.add(baseline(recorded)));
        if (!expected.facts().isEmpty()) {
            parts.add(facts());
        }
        return parts;
    }

    private Part<Picture> picture() {
        return schema.orElseGet(() -> new Part.Unread<>(UNASKED));
    }

    private Finding baseline(Expected.Recorded recorded) {
        var place = recorded.source().place();
        return switch (picture()) {
            case Part.Unread<Picture>(var fault) -> Parts.unread(place, "schema", fault);
            case Part.Seen<Picture>(var current) -> {
                try {
                    var differences = SchemaDrift.between(recorded.source().picture(), current, recorded.ignored());
                    yield schema(place, differences);
                } catch (PortException cannot) {
                    yield Parts.unread(place, "schema", cannot.fault());
                }
            }
        };
    }

    private Finding schema(String place, List<Difference> differences) {
        var unknown = differences.stream()
                .filter(Difference.Unknown.class::isInstance)
                .toList();
        var sure = differences.stream().filter(each -> !unknown.contains(each)).toList();
        var evidence =
                Parts.bounded(differences.stream().map(SchemaParts::evidence).toList(), Parts.MOST_OF_SCHEMA);
        if (!sure.isEmpty()) {
            return Parts.of(
                    place,
                    "schema",
                    flight.weigh(Verdict.FAIL),
                    flight.told(Parts.counted(sure.size(), "difference") + " from what was recorded: "
                            + sure.getFirst().line() + more(sure.size())),
                    evidence);
        }
        return unknown.isEmpty()
                ? Parts.of(place, "schema", Verdict.PASS, "as recorded", evidence)
                : Parts.of(
                        place, "schema", Verdict.UNKNOWN, unknown.getFirst().line() + more(unknown.size()), evidence);
    }

    static String more(int count) {
        return count > 1 ? "; and " + (count - 1) + " more" : "";
    }

    private static Evidence evidence(Difference difference) {
        return Evidence.compared(difference.place().begin(), difference.expected(), difference.observed(), false);
    }

    private Finding facts() {
        return switch (picture()) {
            case Part.Unread<Picture>(var fault) -> Parts.unread("schema", "expected", fault);
            case Part.Seen<Picture>(var current) -> held(new ExpectedFacts(current).hold(expected.facts()));
        };
    }

    private Finding held(List<ExpectedFacts.Held> held) {
        var verdict =
                Verdict.worst(held.stream().map(ExpectedFacts.Held::verdict).toList());
        var evidence = held.stream()
                .map(each -> Evidence.compared(
                        each.subject(), each.expected(), each.observed(), each.verdict() == Verdict.PASS))
                .toList();
        var worst = held.stream()
                .filter(each -> each.verdict() == verdict && verdict != Verdict.PASS)
                .toList();
        if (worst.isEmpty()) {
            return Parts.of(
                    "schema",
                    "expected",
                    verdict,
                    Parts.counted(held.size(), "fact") + " as expected",
                    Parts.bounded(evidence, Parts.MOST_OF_SCHEMA));
        }
        var first = worst.getFirst();
        var summary = first.subject() + ": " + first.observed() + ", expected " + first.expected() + more(worst.size());
        return Parts.of(
                "schema",
                "expected",
                flight.weigh(verdict),
                verdict == Verdict.FAIL ? flight.told(summary) : summary,
                Parts.bounded(evidence, Parts.MOST_OF_SCHEMA));
    }
}
