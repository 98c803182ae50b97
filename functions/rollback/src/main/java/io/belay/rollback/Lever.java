package io.belay.rollback;

import io.belay.core.Deadline;
import io.belay.core.release.EmergencyBrake;
import io.belay.core.release.EmergencyBrake.Stand;

/** What a person can do to brakes. */
enum Lever {
    /** Nothing serves any more. */
    STOP("stop", "stopped") {
        @Override
        boolean reached(Stand stand) {
            return stand.stopped();
        }

        @Override
        void pull(EmergencyBrake brake, Stand seen, Deadline deadline) throws InterruptedException {
            brake.stop(seen, deadline);
        }

        @Override
        String next() {
            return "every call fails now, of the good revisions too; roll back, and resume once traffic has moved";
        }
    },

    /** As before the stop. */
    RESUME("resume", "resumed") {
        @Override
        boolean reached(Stand stand) {
            return !stand.stopped() && stand.before().isEmpty();
        }

        @Override
        void pull(EmergencyBrake brake, Stand seen, Deadline deadline) throws InterruptedException {
            brake.resume(seen, deadline);
        }

        @Override
        String next() {
            return "ask health whether it is well";
        }
    };

    private final String function;
    private final String done;

    Lever(String function, String done) {
        this.function = function;
        this.done = done;
    }

    /** The name of the function that pulls it. */
    String function() {
        return function;
    }

    /** In a sentence: {@code stopped}. */
    String done() {
        return done;
    }

    abstract boolean reached(Stand stand);

    abstract void pull(EmergencyBrake brake, Stand seen, Deadline deadline) throws InterruptedException;

    /** What a person does next. */
    abstract String next();
}
