package io.belay.core.system;

import static java.util.Objects.requireNonNull;

import io.belay.core.Redactor;
import io.belay.core.alarm.AlarmsSpec;
import io.belay.core.check.HealthSpec;
import io.belay.core.migration.MigrationsSpec;
import io.belay.core.release.RollbackSpec;
import java.util.Optional;

/**
 * One system, as its file describes it.
 *
 * @param name the system's name
 * @param environment which one of its environments: {@code prod}
 * @param health what it means for it to be well
 * @param migrations where it expects its databases to be
 * @param rollback how its release is put back
 * @param alarms as they should be
 * @param watch how often it is verified by the clock; empty for as often as that calls
 * @param redactor knows every secret that was put into it
 */
public record SystemSpec(
        String name,
        String environment,
        HealthSpec health,
        MigrationsSpec migrations,
        RollbackSpec rollback,
        AlarmsSpec alarms,
        Optional<Watch> watch,
        Redactor redactor) {
    public SystemSpec {
        requireNonNull(name, "name");
        requireNonNull(environment, "environment");
        requireNonNull(health, "health");
        requireNonNull(migrations, "migrations");
        requireNonNull(rollback, "rollback");
        requireNonNull(alarms, "alarms");
        requireNonNull(watch, "watch");
        requireNonNull(redactor, "redactor");
    }

    /** A system of which only its health is asked, and which holds no secret. */
    public static SystemSpec of(String name, String environment, HealthSpec health) {
        return new SystemSpec(
                name,
                environment,
                health,
                MigrationsSpec.NONE,
                RollbackSpec.NONE,
                AlarmsSpec.NONE,
                Optional.empty(),
                Redactor.NONE);
    }

    /** The same system with {@code other} migrations. */
    public SystemSpec with(MigrationsSpec other) {
        return new SystemSpec(name, environment, health, other, rollback, alarms, watch, redactor);
    }

    /** The same system, put back as {@code other} says. */
    public SystemSpec with(RollbackSpec other) {
        return new SystemSpec(name, environment, health, migrations, other, alarms, watch, redactor);
    }

    /** The same system, watched as {@code other} says. */
    public SystemSpec with(AlarmsSpec other) {
        return new SystemSpec(name, environment, health, migrations, rollback, other, watch, redactor);
    }

    /** The same system, verified by the clock as {@code other} says. */
    public SystemSpec with(Watch other) {
        return new SystemSpec(name, environment, health, migrations, rollback, alarms, Optional.of(other), redactor);
    }

    /** The same system with {@code other} secrets. */
    public SystemSpec with(Redactor other) {
        return new SystemSpec(name, environment, health, migrations, rollback, alarms, watch, other);
    }
}
