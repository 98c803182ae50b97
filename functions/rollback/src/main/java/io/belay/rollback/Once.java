package io.belay.rollback;

import io.belay.core.Evidence;
import io.belay.core.release.Quarantine;
import java.util.Optional;

/** None of the bad revisions was rolled back before: what serves again all the same was put there by somebody. */
final class Once implements Guard {
    @Override
    public String name() {
        return "once";
    }

    @Override
    public Answer ask(Situation situation) {
        var before = situation.seen().stream()
                .flatMap(each -> before(situation, each).stream())
                .toList();
        if (before.isEmpty()) {
            return Answer.met("what serves was not rolled back before");
        }
        return Answer.refused(
                before.stream().map(Evidence::observed).findFirst().orElse("")
                        + "; somebody put it back, and it is not fought over",
                before.toArray(Evidence[]::new));
    }

    private static Optional<Evidence> before(Situation situation, Seen seen) {
        return seen.current()
                .flatMap(seen::quarantine)
                .filter(each -> !each.rollback().equals(situation.rollback())
                        || seen.open().isEmpty())
                .map(each -> evidence(seen, each));
    }

    private static Evidence evidence(Seen seen, Quarantine quarantine) {
        return Evidence.compared(
                seen.step().name(),
                "not in quarantine",
                quarantine.revision() + " was rolled back by " + quarantine.rollback() + " at " + quarantine.at(),
                false);
    }
}
