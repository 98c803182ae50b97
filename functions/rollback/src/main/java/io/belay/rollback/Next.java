package io.belay.rollback;

import io.belay.core.release.Memory;

/** What is done next to a target. */
sealed interface Next {
    /** Who has taken it out of our hands. */
    enum To {
        /** Another run of ours. */
        ANOTHER_RUN,
        /** Somebody who deployed. */
        SOMEBODY
    }

    /** Nothing: the goal is reached. */
    record Done() implements Next {}

    /** It is moving by itself. */
    record Wait(String how) implements Next {}

    /** This is to be remembered on it. */
    record Remember(Memory memory) implements Next {}

    /** Its traffic is to be shifted, and this remembered. */
    record Shift(Memory memory) implements Next {}

    /** Nothing, by us: it is in other hands. */
    record Lost(To to, String why) implements Next {}

    /** Nothing: it will not get there by itself. */
    record Stuck(String why) implements Next {}
}
