package io.belay.rollback;

import io.belay.core.Deadline;
import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.PortException;
import io.belay.core.Request;
import io.belay.core.Time;
import io.belay.core.Verdict;
import io.belay.core.fact.Spans;
import io.belay.core.release.MemoryText;
import io.belay.core.release.Stamp;
import io.belay.core.release.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the stamp on one target; knows when it is too soon. */
record StampMark(Time time, Duration soak) {
    /** More than anybody goes back. */
    private static final int STAMPS = 10;

    static Finding said(Verdict verdict, String summary) {
        return new Finding("stamp", "stamp", "", verdict, summary, List.of(), Duration.ZERO);
    }

    /** Why {@code seen} cannot be stamped now. Where nobody knows since when what serves does, the soak time begins here. */
    Optional<Finding> unready(Seen seen, Deadline deadline) throws InterruptedException {
        var why = why(seen);
        if (why.isPresent() || seen.deployed().isPresent()) {
            return why.map(each -> finding(seen, Verdict.WARN, "not stamped: " + each, seen.serving()));
        }
        var wanted =
                "not stamped: it has to serve for " + Spans.shown(soak) + " first, and nobody knows since when it does";
        try {
            seen.step().target().remember(seen.standing(), seen.memory(), deadline);
            return Optional.of(finding(seen, Verdict.WARN, wanted + "; it counts from now", seen.serving()));
        } catch (PortException fault) {
            return Optional.of(finding(seen, Verdict.UNKNOWN, wanted + ": " + fault.fault(), seen.serving()));
        }
    }

    private Optional<String> why(Seen seen) {
        if (seen.open().isPresent()) {
            return Optional.of("a rollback is under way");
        }
        var current = seen.current().filter(seen.standing()::only);
        if (current.isEmpty() || !(seen.standing().condition() instanceof Standing.Condition.Settled)) {
            return Optional.of("it has not settled on one revision");
        }
        if (seen.quarantine(current.get()).isPresent()) {
            return Optional.of(current.get() + " is in quarantine until a person clears it");
        }
        var served = seen.deployed().map(at -> Duration.between(at, time.instant()));
        return served.filter(span -> span.compareTo(soak) < 0)
                .map(span -> "it has to serve for " + Spans.shown(soak) + " first, and has for " + Spans.shown(span));
    }

    /** Now, and later than any stamp: the newest stamp is the newest also where clocks differ. */
    Instant moment(List<Seen> seen) {
        var now = time.instant().truncatedTo(ChronoUnit.SECONDS);
        return seen.stream()
                .flatMap(each -> each.memory().stamps().stream())
                .map(stamp -> stamp.at().plusSeconds(1))
                .max(Comparator.naturalOrder())
                .filter(now::isBefore)
                .orElse(now);
    }

    Finding stamp(Seen seen, Instant at, Request request, Map<String, List<String>> heads) throws InterruptedException {
        var revision = seen.current().orElseThrow();
        var newest = seen.memory().stamps().stream()
                .max(Comparator.comparing(Stamp::at))
                .filter(stamp -> stamp.revision().equals(revision));
        if (newest.filter(stamp -> stamp.heads().equals(heads)).isPresent()) {
            return finding(
                    seen, Verdict.PASS, "known to be good since " + newest.get().at(), revision.name());
        }
        var since = newest.map(Stamp::at).orElse(at);
        var stamp = new Stamp(revision, since, request.correlation().id(), heads);
        try {
            remember(seen, stamp, request);
            return finding(seen, Verdict.PASS, "stamped as known to be good", revision.name());
        } catch (PortException fault) {
            return finding(seen, Verdict.UNKNOWN, "not stamped: " + fault.fault(), revision.name());
        }
    }

    private static void remember(Seen seen, Stamp stamp, Request request) throws InterruptedException {
        var target = seen.step().target();
        var there = seen.standing().revisions().stream()
                .map(Standing.Available::revision)
                .collect(Collectors.toSet());
        var stamps = Stream.concat(
                        Stream.of(stamp),
                        seen.memory().stamps().stream()
                                .filter(each -> !each.revision().equals(stamp.revision())))
                .limit(STAMPS)
                .toList();
        var memory = MemoryText.fitted(seen.memory().with(stamps), target.room(), there);
        target.remember(seen.standing(), memory, request.deadline());
    }

    private static Finding finding(Seen seen, Verdict verdict, String summary, String serves) {
        var target = seen.step().target();
        return new Finding(
                seen.step().name(),
                target.kind(),
                target.target().address(),
                verdict,
                summary,
                List.of(Evidence.noted("serves", serves)),
                Duration.ZERO);
    }
}
