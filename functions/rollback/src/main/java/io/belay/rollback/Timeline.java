package io.belay.rollback;

import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Time;
import io.belay.core.Verdict;
import io.belay.core.fact.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** When what happened, from the deploy until everybody was told: the first thing that is asked the morning after. Of one run. */
final class Timeline {
    private final Time time;
    private final List<Moment> moments = new ArrayList<>();

    private record Moment(Instant at, String what, String detail, Verdict verdict) {}

    Timeline(Time time) {
        this.time = time;
    }

    /** Something that came before this run, or outside of it. */
    void at(Instant at, String what, String detail) {
        moments.add(new Moment(at, what, detail, Verdict.PASS));
    }

    /** Something that this run has just done or found. */
    void now(String what, String detail, Verdict verdict) {
        moments.add(new Moment(time.instant(), what, detail, verdict));
    }

    /** All of it in its order; nothing where nothing happened. */
    List<Finding> finding() {
        if (moments.isEmpty()) {
            return List.of();
        }
        var ordered = moments.stream().sorted(Comparator.comparing(Moment::at)).toList();
        var whole = Duration.between(ordered.getFirst().at(), ordered.getLast().at());
        var parts = Stream.iterate(0, at -> at < ordered.size(), at -> at + 1)
                .map(at -> finding(ordered.get(at), at == 0 ? ordered.get(at) : ordered.get(at - 1)))
                .toList();
        var summary = ordered.getFirst().what() + " to " + ordered.getLast().what() + " took " + Spans.shown(whole);
        return List.of(new Finding(
                "timeline", "timeline", "", Verdict.PASS, summary, List.of(), Duration.ZERO, List.of(), parts));
    }

    private static Finding finding(Moment moment, Moment before) {
        return new Finding(
                moment.what(),
                "moment",
                "",
                moment.verdict(),
                moment.detail(),
                List.of(Evidence.noted("at", moment.at().toString())),
                Duration.between(before.at(), moment.at()));
    }
}
