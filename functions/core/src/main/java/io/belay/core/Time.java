package io.belay.core;

import java.time.Duration;
import java.time.InstantSource;

/** The clock a function is given: it tells the time and waits. Tests move it by hand. */
public interface Time extends InstantSource {
    /**
     * Waits for {@code span}; not at all where it is zero or negative.
     *
     * @throws InterruptedException when the wait is called off
     */
    void pause(Duration span) throws InterruptedException;
}
