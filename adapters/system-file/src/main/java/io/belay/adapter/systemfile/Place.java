package io.belay.adapter.systemfile;

/** A place in the file; lines and columns count from 1. */
record Place(int line, int column, Trail trail) {
    static final Place START = new Place(1, 1, Trail.top());

    /** The key {@code name} that should stand in the block at this place. */
    Place missing(String name) {
        return new Place(line, column, trail.key(name));
    }
}
