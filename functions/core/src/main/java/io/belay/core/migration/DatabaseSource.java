package io.belay.core.migration;

import io.belay.core.Deadline;
import io.belay.core.PortException;
import io.belay.core.probe.Target;

/**
 * A database that can be looked at.
 *
 * <p>Laws:
 *
 * <ul>
 *   <li>All is read in one transaction that cannot write, of one moment where the engine can give one; nothing is created.
 *       The right to read what is asked for is right enough.
 *   <li>The number of queries does not grow with the migrations, the tables or what is in them.
 *   <li>It takes no lock that holds anybody up, waits for nobody's for longer than a second or two, and ends its transaction
 *       at once.
 *   <li>What stands in the database is data, whatever it looks like.
 *   <li>What cannot be read is told with the reason, and costs nothing else: a part as unread, NOT_FOUND where no ledger is
 *       there that was asked for; a ledger that is there and cannot be read as itself unread; what of a schema the user may
 *       not see as {@link io.belay.core.schema.Unseen}, never left out in silence.
 * </ul>
 */
public interface DatabaseSource {
    /** The database that is asked. */
    Target target();

    /** Its kind, as a system file writes it: {@code postgres}, {@code mysql}. */
    String engine();

    /**
     * Looks once.
     *
     * @throws PortException where it cannot be asked at all: UNREACHABLE, DENIED, TIMED_OUT, THROTTLED, REJECTED
     * @throws InterruptedException when the caller calls it off; nothing is left open
     */
    DatabaseReading read(Asked asked, Deadline deadline) throws InterruptedException;
}
