package io.belay.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a call costs once all is warm. */
final class Warm {
    private static final Promise PROMISE = Promise.medianAtLeast(0.7);

    private Warm() {}

    static List<Row> rows() throws Exception {
        var rows = new ArrayList<Row>();
        rows.addAll(DoorCost.rows(Duration.ZERO));
        rows.addAll(DoorCost.rows(Duration.ofMillis(10)));
        rows.addAll(LambdaCost.rows());
        rows.addAll(Throughput.rows(PROMISE));
        rows.addAll(Callback.rows());
        return rows;
    }
}
