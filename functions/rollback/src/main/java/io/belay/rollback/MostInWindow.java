package io.belay.rollback;

import io.belay.core.fact.Spans;

/** There were not too many of late. */
final class MostInWindow implements Guard {
    @Override
    public String name() {
        return "window";
    }

    @Override
    public Answer ask(Situation situation) {
        var limits = situation.limits();
        var from = situation.now().minus(limits.window());
        var many = situation.rollbacks().stream()
                .filter(each -> each.isAfter(from))
                .count();
        return Answer.compared(
                many < limits.most(),
                many + " of at most " + limits.most() + " rollbacks within " + Spans.shown(limits.window()),
                "rollbacks within " + Spans.shown(limits.window()),
                "fewer than " + limits.most(),
                Long.toString(many));
    }
}
