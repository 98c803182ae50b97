package io.belay.assembly;

import static java.util.Objects.requireNonNull;

/** What came of opening a system. */
public sealed interface Opening {
    /** It is there. */
    record Opened(Bundle bundle) implements Opening {
        public Opened {
            requireNonNull(bundle, "bundle");
        }
    }

    /**
     * Its file is missing or wrong.
     *
     * @param why every fault, each in a line of its own, without secrets
     */
    record Refused(String why) implements Opening {
        public Refused {
            requireNonNull(why, "why");
        }
    }
}
