package io.belay.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/** Why a function that changes something is called. It names nothing that is to be changed, nor to what. */
public sealed interface Cause {
    /** This cause in a few words. */
    String shown();

    /**
     * An alarm was delivered. What the delivery says of it is never enough to act on.
     *
     * @param source the word of who rang: {@code cloudwatch}, {@code cloudmonitor}, {@code alertmanager}
     * @param alarm as the source names it
     * @param state in the delivery's own word: {@code ALARM}, {@code ALERT}, {@code firing}
     * @param at when it turned to that state, as delivered; empty where the delivery does not say
     */
    record Alarmed(String source, String alarm, String state, Optional<Instant> at) implements Cause {
        public Alarmed {
            requireNonNull(source, "source");
            requireNonNull(alarm, "alarm");
            requireNonNull(state, "state");
            requireNonNull(at, "at");
        }

        @Override
        public String shown() {
            return "alarm " + alarm + " of " + source;
        }
    }

    /**
     * Health failed.
     *
     * @param fails how often in a row
     * @param report the correlation of the last of the failed reports
     * @param at when that report was begun
     */
    record VerifyFailed(int fails, Correlation report, Instant at) implements Cause {
        public VerifyFailed {
            requireNonNull(report, "report");
            requireNonNull(at, "at");
            if (fails < 1) {
                throw new IllegalArgumentException("health that failed did so at least once");
            }
        }

        @Override
        public String shown() {
            return "health failed " + (fails == 1 ? "once" : fails + " times in a row") + " (report " + report + ")";
        }
    }

    /**
     * A person said so; who it is, the caller has made sure of.
     *
     * @param name who
     * @param plan the id of the plan that was looked at; what it shows must still be so
     */
    record Person(String name, Optional<String> plan) implements Cause {
        public Person {
            requireNonNull(name, "name");
            requireNonNull(plan, "plan");
        }

        @Override
        public String shown() {
            return name + " asked for it";
        }
    }
}
