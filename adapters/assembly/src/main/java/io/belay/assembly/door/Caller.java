package io.belay.assembly.door;

import static java.util.Objects.requireNonNull;

/** Who makes a call, where that is sure; it goes before what a call says of itself. */
public sealed interface Caller {
    /** What they are called in a report. */
    String name();

    /**
     * Somebody whose signature of this one call the platform has checked.
     *
     * @param name as the platform knows them: an IAM ARN
     */
    record Signed(String name) implements Caller {
        public Signed {
            requireNonNull(name, "name");
        }
    }

    /**
     * Whoever holds a token. What bears one may be a call that was made before and is sent again: a token says nothing of when.
     *
     * @param name of the token
     */
    record Bearer(String name) implements Caller {
        public Bearer {
            requireNonNull(name, "name");
        }
    }
}
