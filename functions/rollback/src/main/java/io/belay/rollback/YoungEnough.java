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
        if (age.isNegative()) {
            var ahead = Spans.shown(age.negated()) + " ahead";
            var close = !age.plus(limits.skew()).isNegative();
            return Answer.compared(
                    close,
                    close ? "it came up just now" : "it came up in the future: a clock is wrong",
                    "age",
                    "at most " + Spans.shown(limits.skew()) + " ahead",
                    ahead);
        }
        return Answer.compared(
                age.compareTo(limits.maxAlarmAge()) <= 0,
                "it came up " + Spans.shown(age) + " ago",
                "age",
                "at most " + Spans.shown(limits.maxAlarmAge()),
                Spans.shown(age));
    }
}
