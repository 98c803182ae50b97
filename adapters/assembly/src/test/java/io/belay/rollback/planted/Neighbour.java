package io.belay.rollback.planted;

import io.belay.health.planted.KnowsAnotherFunction;

/** Planted. */
public final class Neighbour {
    KnowsAnotherFunction back() {
        return new KnowsAnotherFunction();
    }
}
