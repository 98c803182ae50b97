package io.belay.rollback;

import io.belay.core.Cause;
import io.belay.core.Evidence;
import io.belay.core.release.Journal;
import java.util.Comparator;

/**
 * The cause came up after we last put something back: an alarm that rang for the bad revision must not cost the restored one
 * its place, however often and however late it is delivered. Its time is of the cloud's clock and the other of ours, so that
 * what lies within their difference counts as before.
 */
final class NotDoneYet implements Guard {
    @Override
    public String name() {
        return "not done yet";
    }

    @Override
    public Answer ask(Situation situation) throws InterruptedException {
        var last = situation.seen().stream()
                .flatMap(each -> each.restored().stream())
                .max(Comparator.comparing(Journal::touched));
        var raised = situation.raised();
        if (last.isEmpty() || situation.cause() instanceof Cause.Person) {
            return Answer.met("what serves was not restored by a rollback");
        }
        if (raised.isEmpty()) {
            return Answer.unknown(
                    "it is not known since when the alarm is red",
                    Evidence.compared("red since", "known", "not known", false));
        }
        var until = last.get().touched().plus(situation.limits().skew());
        var after = raised.get().isAfter(until);
        var evidence =
                Evidence.compared("came up at", "after " + until, raised.get().toString(), after);
        if (after) {
            return Answer.met("it came up after rollback " + last.get().rollback(), evidence);
        }
        return last.get().state() == Journal.State.FAILED
                ? Answer.refused(
                        "rollback " + last.get().rollback() + " was given up, and a person has to look", evidence)
                : Answer.over("rollback " + last.get().rollback() + " has put it back already", evidence);
    }
}
