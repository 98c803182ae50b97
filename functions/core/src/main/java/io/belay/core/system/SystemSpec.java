package io.belay.core.system;

import static java.util.Objects.requireNonNull;

import io.belay.core.Redactor;
import io.belay.core.check.HealthSpec;

/**
 * One system, as its file describes it.
 *
 * @param name the system's name
 * @param environment which one of its environments: {@code prod}
 * @param health what it means for it to be well
 * @param redactor knows every secret that was put into it
 */
public record SystemSpec(String name, String environment, HealthSpec health, Redactor redactor) {
    public SystemSpec {
        requireNonNull(name, "name");
        requireNonNull(environment, "environment");
        requireNonNull(health, "health");
        requireNonNull(redactor, "redactor");
    }
}
