package io.belay.health.planted;

import io.belay.rollback.planted.Neighbour;

/** Planted. */
public final class KnowsAnotherFunction {
    Neighbour neighbour() {
        return new Neighbour();
    }
}
