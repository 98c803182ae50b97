package io.belay.rollback;

import io.belay.core.Evidence;
import io.belay.core.fact.Spans;
import java.time.Duration;

/** The cause is young enough: deliveries arrive hours and days late. */
final class YoungEnough implements Guard {
    @Override
    public String name() {
        return "age";
    }

    @Override
    public Answer ask(Situation situation) throws InterruptedException {
        var raised = situation.raised();
        if (raised.isEmpty()) {
            return Answer.unknown(
                    "it is not known since when the alarm is red",
                    Evidence.compared("red since", "known", "not known", false));
        }
        var limits = situation.limits();
        var age = Duration.between(raised.get(), situation.now());
        if (age.plus(limits.skew()).isNegative()) {
            return Answer.refused(
                    "it came up in the future: a clock is wrong",
                    Evidence.compared(
                            "age", "at most " + Spans.shown(limits.skew()) + " ahead", Spans.shown(age), false));
        }
        return Answer.compared(
                age.compareTo(limits.maxAlarmAge()) <= 0,
                "it came up " + Spans.shown(age) + " ago",
                "age",
                "at most " + Spans.shown(limits.maxAlarmAge()),
                Spans.shown(age));
    }
}
