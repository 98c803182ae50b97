package io.belay.core.release;

import static java.util.Objects.requireNonNull;

/**
 * One thing that a person may stop altogether.
 *
 * @param name as people call it
 */
public record RollbackStop(String name, EmergencyBrake brake) {
    public RollbackStop {
        requireNonNull(name, "name");
        requireNonNull(brake, "brake");
    }
}
