package io.belay.rollback;

import io.belay.core.Correlation;
import io.belay.core.Deadline;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Time;
import io.belay.core.release.SchemaGate;
import java.util.Set;
import java.util.function.Function;

/** Who is asked, and until when. */
record Ports(
        Function<Request, Report> health, SchemaGate schema, Time time, Deadline deadline, Correlation correlation) {
    /** How the system is now. */
    Report health(Deadline until) {
        return health.apply(new Request(Set.of(), until, correlation));
    }
}
