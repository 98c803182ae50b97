package io.belay.rollback;

import io.belay.core.Cause;
import io.belay.core.Evidence;
import io.belay.core.alarm.AlarmState;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.fact.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The alarm was not red before what serves was deployed, for as long as an alarm may be old. */
final class NotBefore implements Guard {
    /** A turn to red may lie long before the turn back; one that lies further is not looked for. */
    static final Duration FAR = Duration.ofDays(1);

    @Override
    public String name() {
        return "not before";
    }

    @Override
    public Answer ask(Situation situation) throws InterruptedException {
        if (!(situation.cause() instanceof Cause.Alarmed) || situation.alarm().isEmpty()) {
            return Answer.met("no alarm is the cause");
        }
        var deployed = situation.deployed();
        if (deployed.isEmpty()) {
            return Answer.unknown(
                    "it is not known since when the revision serves",
                    Evidence.compared("serves since", "known", "not known", false));
        }
        var span = situation.limits().maxAlarmAge();
        var from = deployed.get().minus(span);
        // Reversed before it is sorted: turns of one instant stay in the order in which they came.
        var turns = situation.alarm().get().history(from.minus(FAR)).reversed().stream()
                .filter(each -> each.since().isPresent())
                .sorted(Comparator.comparing(each -> each.since().orElseThrow()))
                .toList();
        if (turns.isEmpty()) {
            return Answer.met("its source keeps no history");
        }
        var red = redWithin(turns, from, deployed.get());
        return Answer.compared(
                red.isEmpty(),
                red.map(at -> "the alarm was red before the deploy already, since " + at)
                        .orElse("the alarm was not red before the deploy"),
                "colour before the deploy",
                "not RED from " + from + " to " + deployed.get() + " (" + Spans.shown(span) + ")",
                red.map(at -> "RED since " + at).orElse("not RED"));
    }

    /** When the first time of red began that reaches into the span. */
    private static Optional<Instant> redWithin(List<AlarmState> turns, Instant from, Instant deployed) {
        for (int at = 0; at < turns.size(); at++) {
            var began = turns.get(at).since().orElseThrow();
            var over = at + 1 == turns.size()
                    ? Instant.MAX
                    : turns.get(at + 1).since().orElseThrow();
            if (turns.get(at).colour() == Colour.RED && began.isBefore(deployed) && over.isAfter(from)) {
                return Optional.of(began);
            }
        }
        return Optional.empty();
    }
}
