package io.belay.assembly.door;

import io.belay.core.Deadline;
import io.belay.core.fact.Spans;
import java.time.Duration;
import java.time.InstantSource;

/** Keeps back a little of the platform's time limit, so that the report is written and sent before the call is cut off. */
public final class Reserve {
    private static final Duration LEAST = Duration.ofMillis(50);
    private static final Duration MOST = Duration.ofSeconds(1);

    private Reserve() {}

    /** The deadline for what must be over {@code limit} from now: a tenth sooner, by 50 ms at least and 1 s at most. */
    public static Deadline before(Duration limit, InstantSource time) {
        var tenth = Spans.part(limit, 10);
        var kept = tenth.compareTo(MOST) > 0 ? MOST : tenth.compareTo(LEAST) < 0 ? LEAST : tenth;
        var left = limit.minus(kept);
        return Deadline.in(left.isNegative() ? Duration.ZERO : left, time);
    }
}
