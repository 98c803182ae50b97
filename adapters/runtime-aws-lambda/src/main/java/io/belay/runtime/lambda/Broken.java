package io.belay.runtime.lambda;

import io.belay.core.Correlation;

/**
 * Belay itself failed. It bears neither cause nor trace: Lambda hands both to the caller, and the log already holds them
 * under this correlation.
 */
public final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Broken(Correlation correlation) {
        super("Belay itself failed; its log says how, under correlation " + correlation, null, false, false);
    }
}
