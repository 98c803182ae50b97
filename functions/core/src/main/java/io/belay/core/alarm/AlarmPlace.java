package io.belay.core.alarm;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a system file names as a store of alarms: the store, and what else is known there.
 *
 * @param store where they are kept
 * @param source where they are asked how they stand; empty where nobody can be asked
 * @param bell rings them for a drill; empty where they cannot be rung
 * @param trails where a drill leaves its traces; empty where they cannot be followed
 */
public record AlarmPlace(
        AlarmStore store, Optional<AlarmSource> source, Optional<AlarmBell> bell, Optional<Trails> trails) {
    public AlarmPlace {
        requireNonNull(store, "store");
        requireNonNull(source, "source");
        requireNonNull(bell, "bell");
        requireNonNull(trails, "trails");
    }

    /** A store of which nothing else is known. */
    public static AlarmPlace of(AlarmStore store) {
        return new AlarmPlace(store, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Finds the traces of drills. */
    public interface Trails {
        /** Those that the function which answers a drill leaves in {@code log}, by the log's name in the store's cloud. */
        DrillTrail in(String log);
    }
}
