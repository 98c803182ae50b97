package io.belay.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a door costs a warm call, round by round: the bare function and the door in turn. */
final class PerCall {
    private static final int WARM_UP = 1_000;
    private static final int CALLS = 200;
    private static final int ROUNDS = 5;

    /** An allocation storm would be a call of ten checks that allocates more than this, in kB, over the bare function. */
    private static final double STORM = 128;

    private final double[] ratios = new double[ROUNDS];
    private final double[] added = new double[ROUNDS];
    private final double[] allocatedBare = new double[ROUNDS];
    private final double[] allocatedMore = new double[ROUNDS];

    /** Measures {@code bare} and {@code door}, which makes the same call from outside. */
    void measure(Timed bare, Timed door) throws IOException, InterruptedException {
        bare.median(WARM_UP);
        door.median(WARM_UP);
        for (int round = 0; round < ROUNDS; round++) {
            var without = bare.median(CALLS);
            var with = door.median(CALLS);
            ratios[round] = with / without;
            added[round] = with - without;
            allocatedBare[round] = bare.allocated(CALLS);
            allocatedMore[round] = door.allocated(CALLS) - allocatedBare[round];
        }
    }

    /** As rows, with what is allocated where {@code allocation} is wanted. */
    List<Row> rows(String door, String checks, boolean allocation) {
        var rows = new ArrayList<>(List.of(
                Row.of(
                        "a warm call through " + door + ", over the bare function, " + checks,
                        "x",
                        ratios,
                        Promise.none()),
                Row.of("  what the door adds", "ms", added, Promise.none())));
        if (allocation) {
            rows.add(Row.of("  allocated for such a call by the bare function", "kB", allocatedBare, Promise.none()));
            rows.add(Row.of("  and by the door besides", "kB", allocatedMore, Promise.medianAtMost(STORM)));
        }
        return rows;
    }
}
