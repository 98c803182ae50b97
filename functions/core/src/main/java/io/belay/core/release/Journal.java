package io.belay.core.release;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * How far a rollback of this target is.
 *
 * @param rollback which one: the same on every target that it touches, and for every run that is about the same bad revisions
 * @param from the bad revision
 * @param to the one it returns to
 * @param begun when; whole seconds
 * @param touched when a run last wrote here; whole microseconds, so that two runs of one second know their own writing from the
 *     other's. An open journal that nobody touched for long is nobody's
 */
public record Journal(String rollback, Revision from, Revision to, State state, Instant begun, Instant touched) {
    public Journal {
        requireNonNull(rollback, "rollback");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(state, "state");
        requireNonNull(begun, "begun");
        requireNonNull(touched, "touched");
    }

    /** Where a rollback of one target is, each from the one before it, {@link #FAILED} from any that is open. */
    public enum State {
        /** Decided, and nothing moved. */
        PLANNED,
        /** The shift was asked for. */
        SHIFTED,
        /** All traffic is where it should be. */
        ARRIVED,
        /** And the system was found well. */
        VERIFIED,
        /** Given up, for a person to look at. */
        FAILED
    }

    /** Whether somebody has to go on with it. */
    public boolean open() {
        return switch (state) {
            case PLANNED, SHIFTED, ARRIVED -> true;
            case VERIFIED, FAILED -> false;
        };
    }

    /**
     * This journal, one step on.
     *
     * @throws IllegalStateException where that is no legal move
     */
    public Journal to(State next, Instant now) {
        var legal = switch (state) {
            case PLANNED -> next == State.SHIFTED || next == State.FAILED;
            case SHIFTED -> next == State.ARRIVED || next == State.FAILED;
            case ARRIVED -> next == State.VERIFIED || next == State.FAILED;
            case VERIFIED, FAILED -> false;
        };
        if (!legal) {
            throw new IllegalStateException("a rollback does not go from " + state + " to " + next);
        }
        return new Journal(rollback, from, to, next, begun, now);
    }

    /** This journal, touched by a run that goes on with it. */
    public Journal touched(Instant now) {
        return new Journal(rollback, from, to, state, begun, now);
    }
}
