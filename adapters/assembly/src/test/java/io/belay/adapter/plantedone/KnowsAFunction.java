package io.belay.adapter.plantedone;

import io.belay.health.planted.TellsTheTime;

/** Planted. */
public final class KnowsAFunction {
    TellsTheTime function() {
        return new TellsTheTime();
    }
}
