package io.belay.rollback;

import io.belay.core.alarm.AlarmState.Colour;
import java.util.List;

/** Something that happens in a history. */
sealed interface Event {
    /** Time passes. */
    record Pass(int seconds) implements Event {}

    /** Somebody deploys a new revision. */
    record Deploy(int target, boolean bad) implements Event {}

    /** Somebody puts a revision back that was there before. */
    record PutBack(int target, int which) implements Event {}

    /** Somebody begins to split the traffic between what serves and a new revision. */
    record Canary(int target, boolean bad) implements Event {}

    /** What serves turns bad by itself. */
    record Rot(int target) implements Event {}

    /** The alarm follows what serves. */
    record Tick() implements Event {}

    /** The alarm turns for no reason of ours. */
    record Noise(Colour colour) implements Event {}

    /** The databases move on. */
    record Migrate(boolean additive) implements Event {}

    /** A person lifts all quarantines. */
    record Clear() implements Event {}

    /** Somebody turns the kill switch. */
    record Kill(boolean on) implements Event {}

    /** Calls at the same time, whose steps mix as {@code order} says. */
    record Calls(List<Call> calls, long order) implements Event {
        public Calls {
            calls = List.copyOf(calls);
        }
    }

    /**
     * A call.
     *
     * @param skew by how many seconds its clock differs from the cloud's
     * @param seconds how long it has
     */
    record Call(Why why, int skew, int seconds, List<Mishap> mishaps) {
        public Call {
            mishaps = List.copyOf(mishaps);
        }
    }

    /** Why something calls. */
    enum Why {
        ALARM,
        OLD_ALARM,
        CLOCK,
        HEALTH,
        PERSON,
        STAMP
    }

    /** What befalls a call at its {@code at}th moment. */
    record Mishap(int at, What what) {}

    /** A mishap. */
    enum What {
        /** The instance dies. */
        CRASH,
        /** A call does not arrive, or its answer does not. */
        FAULT,
        /** A call is refused for good. */
        DENIED,
        /** Somebody deploys. */
        DEPLOY
    }
}
