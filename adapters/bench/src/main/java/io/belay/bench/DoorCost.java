package io.belay.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** What Function Compute's door costs a warm call, over the bare function: HTTP, decoding, the report's JSON, one log line. */
final class DoorCost {
    private static final byte[] REQUEST = Caller.post("/invoke", "{}");

    private DoorCost() {}

    /** With ten checks of {@code span} each; what is allocated is told where they take no time. */
    static List<Row> rows(Duration span) throws IOException, InterruptedException {
        var cost = new PerCall();
        try (var door = OpenDoor.of(span);
                var caller = new Caller(door.port())) {
            cost.measure(door::report, () -> caller.call(REQUEST));
        }
        return cost.rows("the FC door", span.toMillis() + " ms", span.isZero());
    }
}
