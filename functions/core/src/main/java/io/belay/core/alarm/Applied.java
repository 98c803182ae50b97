package io.belay.core.alarm;

import static java.util.Objects.requireNonNull;

import io.belay.core.Fault;

/** What became of one change. */
public sealed interface Applied {
    /** It was written. */
    record Written() implements Applied {}

    /** It was so already: an answer was lost, or somebody was faster. Nothing was written. */
    record SoAlready() implements Applied {}

    /**
     * It was not written, or only in part; doing it again goes on.
     *
     * @param fault CONFLICT where what is was no longer what the change was planned from
     */
    record Refused(Fault fault) implements Applied {
        public Refused {
            requireNonNull(fault, "fault");
        }
    }
}
