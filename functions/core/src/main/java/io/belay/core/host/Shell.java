package io.belay.core.host;

import static java.util.Objects.requireNonNull;

import io.belay.core.Deadline;
import io.belay.core.PortException;
import io.belay.core.probe.Target;

/** A host elsewhere, reached through its cloud's agent, on which a script can be run. Who may run one may do anything there. */
public interface Shell {
    /** The host, fit to show. Its address is no other host's. */
    Target target();

    /** Its word: {@code ssm}, {@code cloud-assistant}. */
    String kind();

    /**
     * Runs {@code script} by {@code sh} and waits for its end. It is sent once; whether it ran is not known where this fails
     * after it was sent, so what it does has to bear being done again.
     *
     * @throws PortException TIMED_OUT where it did not end in time, REJECTED where the host is not there or cannot take it
     */
    Ended run(String script, Deadline deadline) throws InterruptedException;

    /**
     * How a script ended.
     *
     * @param code its exit code
     * @param said its standard output, of which an agent keeps the first 24,000 bytes or so
     * @param complained its standard error; with the output among it where an agent does not part them
     */
    record Ended(int code, String said, String complained) {
        public Ended {
            requireNonNull(said, "said");
            requireNonNull(complained, "complained");
        }
    }
}
