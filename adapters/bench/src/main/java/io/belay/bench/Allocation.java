package io.belay.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What this process has allocated since its start, by all threads: what virtual ones allocate is their carriers'. */
final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /** In bytes; the JVM counts as threads take room of their own from the heap, so that a few turns are too few. */
    static long soFar() {
        return THREADS.getTotalThreadAllocatedBytes();
    }
}
