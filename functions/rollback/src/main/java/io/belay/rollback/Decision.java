package io.belay.rollback;

import io.belay.core.Cause;
import io.belay.core.Evidence;
import io.belay.core.Finding;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What would be done, and whether it may.
 *
 * @param cause for which; empty where the clock called and nothing is red
 * @param plan its id
 * @param raised when the cause came up; empty where that is not known
 * @param deployed when the first of the revisions to be left came to serve; empty where that is not known
 * @param guards what each said
 * @param against the guard that does not hold
 */
record Decision(
        Optional<Cause> cause,
        List<Move> moves,
        String rollback,
        String plan,
        Optional<Instant> raised,
        Optional<Instant> deployed,
        List<Finding> guards,
        Optional<Guards.Against> against) {
    static final String CAUSE = "cause";

    Decision {
        moves = List.copyOf(moves);
        guards = List.copyOf(guards);
    }

    List<Evidence> evidence() {
        return List.of(
                Evidence.noted(CAUSE, cause.map(Cause::shown).orElse("none: the clock called")),
                Evidence.noted("plan", plan),
                Evidence.noted("would move", moves.isEmpty() ? "nothing" : moved()));
    }

    /** What came before the run. */
    void tell(Timeline timeline) {
        deployed.filter(_ -> !moves.isEmpty())
                .ifPresent(at -> timeline.at(
                        at,
                        "deployed",
                        String.join(", ", moves.stream().map(Move::left).toList())));
        cause.ifPresent(why -> raised.ifPresent(at -> timeline.at(at, "came up", why.shown())));
    }

    String moved() {
        return String.join(", ", moves.stream().map(Move::shown).toList());
    }

    List<Course> courses(Instant begun) {
        return moves.stream()
                .map(each -> new Course(
                        rollback, each.step(), each.from(), each.to(), begun.truncatedTo(ChronoUnit.SECONDS)))
                .toList();
    }
}
