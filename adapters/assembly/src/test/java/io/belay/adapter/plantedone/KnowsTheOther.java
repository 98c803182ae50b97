package io.belay.adapter.plantedone;

import io.belay.adapter.plantedother.Other;

/** Planted. */
public final class KnowsTheOther {
    Other other() {
        return new Other();
    }
}
