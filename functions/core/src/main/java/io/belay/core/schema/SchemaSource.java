package io.belay.core.schema;

import io.belay.core.Deadline;
import io.belay.core.PortException;
import io.belay.core.probe.Target;

/**
 * Reads what a database's schema is made of.
 *
 * <p>Laws: one transaction that cannot write; a number of queries that does not grow with what is in the schema; no lock
 * that holds anybody up, and no waiting for one that somebody else holds; what the asking user may not see is told as
 * {@link Unseen}, never left out in silence.
 */
public interface SchemaSource {
    /** The database that is read. */
    Target target();

    /**
     * Reads it once.
     *
     * @throws PortException where nothing of it can be read: unreachable, timed out, denied, no such schema
     * @throws InterruptedException when called off; nothing stays open behind it
     */
    Picture read(Deadline deadline) throws InterruptedException;
}
