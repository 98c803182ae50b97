package io.belay.rollback;

import io.belay.core.Cause;
import io.belay.core.Evidence;
import java.time.Instant;

/** The cause came up after what serves did. */
final class AfterDeploy implements Guard {
    @Override
    public String name() {
        return "after the deploy";
    }

    @Override
    public Answer ask(Situation situation) throws InterruptedException {
        if (situation.cause() instanceof Cause.Person) {
            return Answer.met("a person's word needs no deploy before it");
        }
        var raised = situation.raised();
        if (raised.isEmpty()) {
            return Answer.unknown(
                    "it is not known since when the alarm is red",
                    Evidence.compared("red since", "known", "not known", false));
        }
        var deployed = situation.deployed();
        if (deployed.isEmpty()) {
            return Answer.unknown(
                    "it is not known since when the revision serves",
                    Evidence.compared("serves since", "known", "not known", false));
        }
        var after = !raised.get().isBefore(deployed.get());
        return after
                ? Answer.met("it came up after the deploy", evidence(deployed.get(), raised.get(), true))
                : Answer.refused(
                        "it came up before what serves was deployed", evidence(deployed.get(), raised.get(), false));
    }

    private static Evidence evidence(Instant since, Instant raised, boolean met) {
        return Evidence.compared("came up at", "after " + since, raised.toString(), met);
    }
}
