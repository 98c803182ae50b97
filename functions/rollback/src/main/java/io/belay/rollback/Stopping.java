package io.belay.rollback;

import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Time;
import io.belay.core.system.SystemSpec;
import java.util.function.Function;

/**
 * Stops what the system file names under {@code rollback.stop} altogether, on a person's word alone: nothing of it serves any
 * more, the revisions that are good neither. {@link Request#only()} says which of them; all where it is empty. To ask again is to
 * look again. Everybody is told. Safe for use by many threads.
 */
public final class Stopping implements Function<Request, Report> {
    private final ByPerson asking;

    /** The function for {@code system}. */
    public Stopping(SystemSpec system, Time time) {
        asking = new ByPerson(Lever.STOP, system, time);
    }

    @Override
    public Report apply(Request request) {
        return asking.apply(request);
    }
}
