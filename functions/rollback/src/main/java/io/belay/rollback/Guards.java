package io.belay.rollback;

import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.PortException;
import io.belay.core.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that has to hold; first those that say that there is nothing to do, and last the one that asks the databases. */
record Guards(List<Guard> all) {
    static final Guards ALL = new Guards(List.of(
            new AskedFor(),
            new StillSo(),
            new NotDoneYet(),
            new KillSwitch(),
            new KnownGoodThere(),
            new Once(),
            new RoomToRemember(),
            new Cooldown(),
            new MostInWindow(),
            new OfThisTarget(),
            new AfterDeploy(),
            new NotBefore(),
            new YoungEnough(),
            new PersonsGate(),
            new SchemaStillFits()));

    Guards {
        all = List.copyOf(all);
    }

    /** What they said: the first that does not hold decides. */
    record Answers(List<Finding> findings, Optional<Against> against) {
        Answers {
            findings = List.copyOf(findings);
        }
    }

    /** A guard that does not hold. */
    record Against(String guard, Answer answer) {}

    /** Asks until one does not hold; {@code each} asks the others too. */
    Answers ask(Situation situation, boolean each) throws InterruptedException {
        var findings = new ArrayList<Finding>();
        Optional<Against> against = Optional.empty();
        for (var guard : all) {
            if (against.isPresent() && !each) {
                break;
            }
            var before = situation.ports().time().instant();
            var answer = answer(guard, situation);
            findings.add(finding(
                    guard,
                    answer,
                    Duration.between(before, situation.ports().time().instant())));
            if (against.isEmpty() && answer.kind() != Answer.Kind.MET) {
                against = Optional.of(new Against(guard.name(), answer));
            }
        }
        return new Answers(findings, against);
    }

    private static Answer answer(Guard guard, Situation situation) throws InterruptedException {
        try {
            return guard.ask(situation);
        } catch (PortException cannotTell) {
            return Answer.unknown(
                    "it cannot be told: " + cannotTell.fault(),
                    Evidence.noted("fault", cannotTell.fault().toString()));
        }
    }

    private static Finding finding(Guard guard, Answer answer, Duration took) {
        var verdict = switch (answer.kind()) {
            case MET -> Verdict.PASS;
            case UNKNOWN -> Verdict.UNKNOWN;
            case REFUSED -> Verdict.FAIL;
            case OVER -> Verdict.WARN;
        };
        return new Finding(guard.name(), "guard", "", verdict, answer.summary(), answer.evidence(), took);
    }
}
