package io.belay.rollback;

import io.belay.core.Cause;
import java.util.Map;

/** The alarm watches what would be put back. */
final class OfThisTarget implements Guard {
    @Override
    public String name() {
        return "of this target";
    }

    @Override
    public Answer ask(Situation situation) throws InterruptedException {
        if (!(situation.cause() instanceof Cause.Alarmed) || situation.alarm().isEmpty()) {
            return Answer.met("no alarm is the cause");
        }
        var watched = situation.alarm().get().state().dimensions();
        var ours = situation.seen().stream()
                .map(each -> each.step().target().dimensions())
                .toList();
        if (ours.stream().noneMatch(each -> speaksOf(watched, each))) {
            return Answer.met("its dimensions name no target of this kind; the system file names the alarm");
        }
        var met = ours.stream().anyMatch(each -> speaksOf(watched, each) && agrees(watched, each));
        return Answer.compared(
                met,
                met ? "the alarm watches a target of this system" : "the alarm watches something else",
                "dimensions",
                "of one of " + ours,
                watched.toString());
    }

    private static boolean speaksOf(Map<String, String> watched, Map<String, String> own) {
        return own.keySet().stream().anyMatch(watched::containsKey);
    }

    private static boolean agrees(Map<String, String> watched, Map<String, String> own) {
        return own.entrySet().stream()
                .allMatch(each -> each.getValue().equals(watched.getOrDefault(each.getKey(), each.getValue())));
    }
}
