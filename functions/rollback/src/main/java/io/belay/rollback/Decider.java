package io.belay.rollback;

import io.belay.core.Cause;
import io.belay.core.PortException;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.release.RollbackCauses.Watched;
import io.belay.core.release.RollbackSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides from where all targets stand. Where nobody but the clock calls, each alarm of the system file that is red is a cause;
 * one for which all guards hold is enough.
 *
 * @param each whether every guard is asked, or none after the first that does not hold
 */
record Decider(RollbackSpec spec, Guards guards, Ports ports, Instant now, boolean each) {
    Decision decide(List<Seen> seen, Optional<Cause> cause) throws InterruptedException {
        return decide(seen, cause, cause.flatMap(this::look));
    }

    /** The same where the cause's alarm was asked already. */
    Decision decide(List<Seen> seen, Optional<Cause> cause, Optional<AlarmLook> look) throws InterruptedException {
        var moves = KnownGood.choose(seen);
        return cause.isPresent() ? one(seen, moves, cause.get(), look) : swept(seen, moves);
    }

    private Decision swept(List<Seen> seen, List<Move> moves) throws InterruptedException {
        var against = new ArrayList<Decision>();
        var unread = new ArrayList<String>();
        for (var watched : spec.when().alarms()) {
            var look = new AlarmLook(watched, ports.deadline());
            try {
                if (look.state().colour() == Colour.RED) {
                    var state = look.state();
                    var alarmed = new Cause.Alarmed(watched.source().kind(), state.name(), "RED", state.since());
                    var decision = one(seen, moves, alarmed, Optional.of(look));
                    if (decision.against().isEmpty()) {
                        return decision;
                    }
                    against.add(decision);
                }
            } catch (PortException cannotTell) {
                unread.add(watched.alarm() + ": " + cannotTell.fault());
            }
        }
        if (!against.isEmpty()) {
            return against.getFirst();
        }
        var first = spec.when().alarms().stream().findFirst().filter(_ -> each && unread.isEmpty());
        if (first.isPresent()) {
            var look = new AlarmLook(first.get(), ports.deadline());
            var state = look.state();
            return one(
                    seen,
                    moves,
                    new Cause.Alarmed(
                            first.get().source().kind(),
                            state.name(),
                            state.colour().name(),
                            state.since()),
                    Optional.of(look));
        }
        return nothingRed(seen, moves, unread);
    }

    private static Decision nothingRed(List<Seen> seen, List<Move> moves, List<String> unread) {
        var answer = unread.isEmpty()
                ? Answer.over("no alarm of the system file is red")
                : Answer.unknown("an alarm could not be asked: " + String.join("; ", unread));
        return new Decision(
                Optional.empty(),
                moves,
                Ids.rollback(seen, moves),
                Ids.plan(seen, moves),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(new Guards.Against(StillSo.NAME, answer)));
    }

    private Decision one(List<Seen> seen, List<Move> moves, Cause cause, Optional<AlarmLook> look)
            throws InterruptedException {
        var plan = Ids.plan(seen, moves);
        var rollback = Ids.rollback(seen, moves);
        var situation = new Situation(cause, spec, seen, moves, plan, rollback, look, now, ports);
        var answers = guards.ask(situation, each);
        return new Decision(
                Optional.of(cause),
                moves,
                rollback,
                plan,
                raised(situation),
                situation.deployed(),
                answers.findings(),
                answers.against());
    }

    /** For people to read alone: what hangs on it, the guards have asked. */
    private static Optional<Instant> raised(Situation situation) throws InterruptedException {
        try {
            return situation.raised();
        } catch (PortException _) {
            return Optional.empty();
        }
    }

    Optional<AlarmLook> look(Cause cause) {
        if (!(cause instanceof Cause.Alarmed alarmed)) {
            return Optional.empty();
        }
        return spec.when().alarms().stream()
                .filter(each -> each.alarm().equals(alarmed.alarm())
                        && each.source().kind().equals(alarmed.source()))
                .map((Watched watched) -> new AlarmLook(watched, ports.deadline()))
                .findFirst();
    }
}
