package io.belay.health.planted;

import java.time.Instant;

/** Planted. */
public final class TellsTheTime {
    Instant now() {
        return Instant.now();
    }
}
