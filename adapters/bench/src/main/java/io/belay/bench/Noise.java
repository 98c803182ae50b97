package io.belay.bench;

import java.util.Arrays;

/** How evenly this machine does the same work again and again. */
public final class Noise {
    /** From here on figures are to be doubted. */
    public static final double MUCH = 0.25;

    private static final int TURNS = 41;

    private Noise() {}

    /** The ninth of ten turns of the same work, in parts of the median, above it. */
    public static double now() {
        var took = new long[TURNS];
        var kept = 0L;
        for (int turn = -TURNS; turn < TURNS; turn++) {
            var began = System.nanoTime();
            for (long step = 0; step < 4_000_000; step++) {
                kept = kept * 31 + step;
            }
            // The first half is for the compiler.
            if (turn >= 0) {
                took[turn] = System.nanoTime() - began;
            }
        }
        Arrays.sort(took);
        // What was computed must be used, or it would not be computed.
        var unused = kept == 42 ? 1 : 0;
        return (double) (took[TURNS * 9 / 10] - took[TURNS / 2]) / took[TURNS / 2] + unused;
    }
}
