package io.belay.rollback;

import io.belay.core.fact.Spans;
import java.time.Duration;

/** The last rollback is long enough ago. */
final class Cooldown implements Guard {
    @Override
    public String name() {
        return "cooldown";
    }

    @Override
    public Answer ask(Situation situation) {
        var span = situation.limits().cooldown();
        var last = situation.rollbacks().stream().findFirst();
        if (last.isEmpty()) {
            return Answer.met("nothing was rolled back here before");
        }
        var ago = Duration.between(last.get(), situation.now());
        var shown = ago.isNegative() ? "just now, by another clock" : Spans.shown(ago) + " ago";
        return Answer.compared(
                ago.compareTo(span) >= 0,
                "the last rollback was " + shown,
                "last rollback",
                "at least " + Spans.shown(span) + " ago",
                last.get() + ", " + shown);
    }
}
