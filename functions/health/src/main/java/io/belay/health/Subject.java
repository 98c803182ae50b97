package io.belay.health;

import io.belay.core.Finding;

/** Something a run says one thing about. */
interface Subject {
    String name();

    String kind();

    /** Looks, for as long as it takes; called on a thread of its own. */
    Finding find() throws InterruptedException;
}
