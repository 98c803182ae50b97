package io.belay.rollback;

import io.belay.core.PortException;

/** Something that has to hold before anything is moved. It changes nothing. */
interface Guard {
    /** What people know it by. */
    String name();

    /**
     * Whether it holds.
     *
     * @throws PortException where that cannot be told
     */
    Answer ask(Situation situation) throws InterruptedException;
}
