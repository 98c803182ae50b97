package io.belay.rollback;

import io.belay.core.Cause;
import java.util.Optional;

/** A person has said so where that is asked for, and of the plan as it still is. */
final class PersonsGate implements Guard {
    @Override
    public String name() {
        return "gate";
    }

    @Override
    public Answer ask(Situation situation) {
        var looked = situation.cause() instanceof Cause.Person person ? person.plan() : Optional.<String>empty();
        if (looked.isPresent()) {
            var same = looked.get().equals(situation.plan());
            return Answer.compared(
                    same,
                    same ? "the plan is still what was looked at" : "the plan is not what was looked at any more",
                    "plan",
                    situation.plan(),
                    looked.get());
        }
        return Answer.compared(
                !situation.limits().gate(),
                situation.limits().gate() ? "it waits for a person to ask for plan " + situation.plan() : "no gate",
                "plan",
                situation.limits().gate() ? situation.plan() + ", asked for by a person" : "none needed",
                "none");
    }
}
