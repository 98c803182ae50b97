package io.belay.rollback;

import io.belay.core.Evidence;
import java.util.stream.Collectors;

/** There is a revision known to be good to return to. */
final class KnownGoodThere implements Guard {
    @Override
    public String name() {
        return "known good";
    }

    @Override
    public Answer ask(Situation situation) {
        if (!situation.moves().isEmpty()) {
            return Answer.met(
                    "known to be good: "
                            + situation.moves().stream()
                                    .map(each -> each.step().name() + " " + each.to())
                                    .collect(Collectors.joining(", ")),
                    situation.moves().stream().map(KnownGoodThere::evidence).toArray(Evidence[]::new));
        }
        return Answer.refused(
                "no other revision is known to be good, available and out of quarantine",
                situation.seen().stream().map(KnownGoodThere::candidates).toArray(Evidence[]::new));
    }

    private static Evidence evidence(Move move) {
        return Evidence.noted(
                move.step().name(),
                move.to() + ", stamped " + move.stamp().at() + " on report "
                        + move.stamp().evidence());
    }

    private static Evidence candidates(Seen seen) {
        var candidates = KnownGood.candidates(seen);
        return Evidence.compared(
                seen.step().name(),
                "a stamped revision other than what serves",
                candidates.isEmpty() ? "no candidate" : "candidates: " + String.join(", ", candidates),
                false);
    }
}
