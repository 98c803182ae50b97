package io.belay.core.alarm;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A thing that a store holds.
 *
 * @param form as the store lists it
 * @param obstacles why nobody would hear of it; none of what tells nobody
 */
public record Held(Canonical form, List<Obstacle> obstacles) {
    public Held {
        requireNonNull(form, "form");
        obstacles = List.copyOf(obstacles);
    }

    /** A thing that nothing stands in the way of. */
    public static Held of(Canonical form) {
        return new Held(form, List.of());
    }
}
