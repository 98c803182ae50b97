package io.belay.rollback;

import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Verdict;
import io.belay.core.fact.Spans;
import io.belay.core.release.Journal;
import java.time.Duration;
import java.util.List;

/** What is found of one target. */
final class Steps {
    private Steps() {}

    static Finding arrived(Course course, Duration took) {
        return finding(
                course,
                Verdict.PASS,
                "from " + course.from() + " to " + course.to() + " in " + Spans.shown(took),
                List.of(Evidence.compared(
                        "serves", course.to().name(), course.to().name(), true)),
                took);
    }

    static Finding stands(Course course, Seen seen) {
        var there = seen.standing().only(course.to());
        var journal = seen.memory()
                .journal()
                .map(each -> each.rollback() + " " + each.state() + (each.open() ? ", open" : ""))
                .orElse("none");
        return finding(
                course,
                there ? Verdict.PASS : Verdict.FAIL,
                "serves " + seen.serving(),
                List.of(
                        Evidence.compared("serves", course.to().name(), seen.serving(), there),
                        Evidence.noted("journal", journal)),
                Duration.ZERO);
    }

    static Finding planned(Seen seen, List<Move> moves) {
        var move =
                moves.stream().filter(each -> each.step().equals(seen.step())).findFirst();
        return new Finding(
                seen.step().name(),
                seen.step().target().kind(),
                seen.step().target().target().address(),
                Verdict.PASS,
                move.map(each -> "would go from " + each.from() + " to " + each.to())
                        .orElse("would stay"),
                List.of(
                        Evidence.noted("serves", seen.serving()),
                        Evidence.noted(
                                "journal",
                                seen.memory()
                                        .journal()
                                        .map(Journal::state)
                                        .map(Enum::name)
                                        .orElse("none"))),
                Duration.ZERO);
    }

    private static Finding finding(
            Course course, Verdict verdict, String summary, List<Evidence> evidence, Duration took) {
        var target = course.step().target();
        return new Finding(
                course.step().name(), target.kind(), target.target().address(), verdict, summary, evidence, took);
    }
}
