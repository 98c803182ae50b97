package io.belay.assembly.door;

import static java.util.Objects.requireNonNull;

import io.belay.core.Correlation;
import io.belay.core.Deadline;

/** Runs a function beyond its caller's patience, by an engine of the platform's that keeps how each run stands: Belay keeps nothing. */
public interface Later {
    /**
     * Sees to it that the function runs for {@code body}. Returns once that is certain, and before it has run.
     *
     * @param id what the run is called, unlike any before
     * @param call that asked for it; its body is read
     * @param body what is asked
     * @throws io.belay.core.PortException where it cannot be seen to
     * @throws InterruptedException when the caller calls it off
     */
    void begin(String id, HttpCall call, byte[] body, Correlation correlation) throws InterruptedException;

    /**
     * How a run stands.
     *
     * @param id what it was called when it began
     * @throws io.belay.core.PortException NOT_FOUND where the platform knows of none, or no longer; another where that cannot be learned
     * @throws InterruptedException when the caller calls it off
     */
    Run run(String id, HttpCall call, Deadline deadline) throws InterruptedException;

    /** How a run stands. */
    sealed interface Run {
        /** It waits, or is at it. */
        record Running() implements Run {}

        /**
         * It is done.
         *
         * @param answer what the function answered: a report as JSON, or a refusal
         */
        record Done(String answer) implements Run {
            public Done {
                requireNonNull(answer, "answer");
            }
        }

        /**
         * It is done, and the platform does not say what was answered.
         *
         * @param why and where to look instead
         */
        record Untold(String why) implements Run {
            public Untold {
                requireNonNull(why, "why");
            }
        }

        /**
         * It ended without an answer.
         *
         * @param why the status and the error's name, in the platform's words
         * @param cause what else the platform says, which may hold a trace; for the log alone
         */
        record Failed(String why, String cause) implements Run {
            public Failed {
                requireNonNull(why, "why");
                requireNonNull(cause, "cause");
            }
        }
    }
}
