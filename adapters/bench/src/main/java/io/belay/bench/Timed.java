package io.belay.bench;

import java.io.IOException;
import java.util.Arrays;

/** Something that is done again and again. */
@FunctionalInterface
interface Timed {
    void run() throws IOException, InterruptedException;

    /** The middle of so many turns, in milliseconds. */
    default double median(int turns) throws IOException, InterruptedException {
        var took = new long[turns];
        for (int turn = 0; turn < turns; turn++) {
            var began = System.nanoTime();
            run();
            took[turn] = System.nanoTime() - began;
        }
        Arrays.sort(took);
        return took[turns / 2] / 1e6;
    }

    /** What the whole process allocates for one turn, in kB, over so many. */
    default double allocated(int turns) throws IOException, InterruptedException {
        var before = Allocation.soFar();
        for (int turn = 0; turn < turns; turn++) {
            run();
        }
        return (Allocation.soFar() - before) / 1024.0 / turns;
    }
}
