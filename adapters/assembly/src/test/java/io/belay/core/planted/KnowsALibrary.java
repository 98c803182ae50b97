package io.belay.core.planted;

import tools.jackson.core.json.JsonFactory;

/** Planted. */
public final class KnowsALibrary {
    JsonFactory library() {
        return new JsonFactory();
    }
}
