package io.belay.rollback;

import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Time;
import io.belay.core.system.SystemSpec;
import java.util.function.Function;

/**
 * Lets go what {@link Stopping} stopped, to what was allowed before, on a person's word alone. {@link Request#only()} says which;
 * all where it is empty. What somebody else stopped is refused, and what somebody else allowed meanwhile stays. To ask again is to
 * look again. Everybody is told. Safe for use by many threads.
 */
public final class Resuming implements Function<Request, Report> {
    private final ByPerson asking;

    /** The function for {@code system}. */
    public Resuming(SystemSpec system, Time time) {
        asking = new ByPerson(Lever.RESUME, system, time);
    }

    @Override
    public Report apply(Request request) {
        return asking.apply(request);
    }
}
