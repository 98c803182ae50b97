package io.belay.core.release;

import static java.util.Objects.requireNonNull;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.probe.Target;
import java.util.Optional;

/**
 * Stops a thing altogether: nothing of it serves, the revisions that are good neither. So it is no release target and never part
 * of a rollback: a person asks for it by name. What was allowed before is remembered on the thing itself, so that any later run
 * can let it go again.
 *
 * <p>Laws: reading writes nothing; a stop that is repeated forgets nothing; what somebody else stopped is not let go; what somebody
 * else allowed meanwhile is not overruled.
 */
public interface EmergencyBrake {
    /** What is stopped, fit to show. */
    Target target();

    /** Its word: {@code fc-stop}, {@code lambda-stop}. */
    String kind();

    /**
     * How it stands.
     *
     * @throws PortException where that cannot be read
     */
    Stand read(Deadline deadline) throws InterruptedException;

    /**
     * Stops it, where it stands as {@code seen} says. No write where it is stopped already.
     *
     * @throws PortException CONFLICT where it stands otherwise
     */
    void stop(Stand seen, Deadline deadline) throws InterruptedException;

    /**
     * Lets it go on as before we stopped it, where it stands as {@code seen} says.
     *
     * @throws PortException REJECTED where we did not stop it, CONFLICT where it stands otherwise
     */
    void resume(Stand seen, Deadline deadline) throws InterruptedException;

    /**
     * How a thing stands.
     *
     * @param most how much of it may run at once; empty where that is not limited
     * @param before what {@code most} was before we stopped it, as it was written down; empty where we did not
     */
    record Stand(Optional<Long> most, Optional<String> before) {
        private static final String NOTHING = "none";

        public Stand {
            requireNonNull(most, "most");
            requireNonNull(before, "before");
        }

        /** Whether nothing of it serves. */
        public boolean stopped() {
            return most.equals(Optional.of(0L));
        }

        /** {@link #most} as it is written down before a stop. */
        public String written() {
            return most.map(each -> Long.toString(each)).orElse(NOTHING);
        }

        /**
         * How it stands once we let it go: with what was allowed before, or with what somebody else allowed meanwhile.
         *
         * @throws PortException REJECTED where we did not stop it, or what was written down cannot be read
         */
        public Stand resumed() {
            var text = before.orElseThrow(() -> rejected("it was not stopped by us: nothing to undo"));
            return new Stand(stopped() ? read(text) : most, Optional.empty());
        }

        private static Optional<Long> read(String text) {
            if (text.equals(NOTHING)) {
                return Optional.empty();
            }
            if (!text.matches("\\d{1,9}")) {
                throw rejected("what was allowed before cannot be read: " + text);
            }
            return Optional.of(Long.parseLong(text));
        }

        private static PortException rejected(String why) {
            return new PortException(new Fault(Fault.Kind.REJECTED, why));
        }

        /** For a person: {@code 20 at the most}. */
        public String shown() {
            return stopped()
                    ? "nothing"
                    : most.map(each -> each + " at the most").orElse("no limit");
        }
    }
}
