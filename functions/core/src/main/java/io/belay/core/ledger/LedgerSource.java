package io.belay.core.ledger;

import io.belay.core.Deadline;
import io.belay.core.PortException;
import io.belay.core.probe.Target;
import java.util.List;

/**
 * A database whose migration ledgers can be read.
 *
 * <p>Laws: it asks in one transaction that cannot write, and creates nothing. The right to read what is asked for is right
 * enough. The number of its queries does not grow with the entries. It waits for nobody's lock for longer than a second or
 * two, and ends its transaction at once. What stands in a ledger is data, whatever it looks like.
 */
public interface LedgerSource {
    /** The database that is asked. */
    Target target();

    /**
     * The ledgers that there are, one at least.
     *
     * @throws PortException NOT_FOUND where there is no such ledger, or none that this user may see; DENIED where the user is
     *     not let in; TIMED_OUT, UNREACHABLE, THROTTLED, REJECTED where the database could not be asked
     * @throws InterruptedException when the caller calls it off; nothing is left open
     */
    List<LedgerReading> read(Deadline deadline) throws InterruptedException;
}
