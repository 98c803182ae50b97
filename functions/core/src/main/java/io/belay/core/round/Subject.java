package io.belay.core.round;

import io.belay.core.Finding;

/** Something that a run says one thing about. */
public interface Subject {
    /** As the system file names it. */
    String name();

    /** What is asked: {@code http}, {@code scenario}, {@code postgres} and so on. */
    String kind();

    /**
     * Looks, for as long as it takes; called on a thread of its own.
     *
     * @throws InterruptedException when the run calls it off
     */
    Finding find() throws InterruptedException;
}
