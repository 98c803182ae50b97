package io.belay.image.check;

import java.io.IOException;
import java.time.Duration;

/** An image that can be started and called. */
sealed interface Door permits FcDoor, LambdaDoor {
    /** What people call it. */
    String name();

    /** Its name in the engine. */
    String image();

    /**
     * Starts it as a platform does, has health answered, asks it to end, and looks how it did.
     *
     * @throws IOException where anything of that is not as promised
     */
    Called call(Cache cache) throws IOException, InterruptedException;

    /**
     * Starts it for what else is promised of it.
     *
     * @throws IOException where anything of that is not as promised
     */
    void further() throws IOException, InterruptedException;

    /**
     * What a start cost.
     *
     * @param took from its process's start to the first answer of health
     * @param peak the most memory it had, in MB; -1 where it cannot be seen
     * @param printed all that it printed
     */
    record Called(Duration took, long peak, String printed) {}
}
