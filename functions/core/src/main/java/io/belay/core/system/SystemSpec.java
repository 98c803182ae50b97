package io.belay.core.system;

import static java.util.Objects.requireNonNull;

import io.belay.core.Redactor;
import io.belay.core.alarm.AlarmsSpec;
import io.belay.core.check.HealthSpec;
import io.belay.core.migration.MigrationsSpec;
import io.belay.core.release.RollbackSpec;

/**
 * One system, as its file describes it.
 *
 * @param name the system's name
 * @param environment which one of its environments: {@code prod}
 * @param health what it means for it to be well
 * @param migrations where it expects its databases to be
 * @param rollback how its release is put back
 * @param alarms as they should be
 * @param redactor knows every secret that was put into it
 */
public record SystemSpec(
        String name,
        String environment,
        HealthSpec health,
        MigrationsSpec migrations,
        RollbackSpec rollback,
        AlarmsSpec alarms,
        Redactor redactor) {
    public SystemSpec {
        requireNonNull(name, "name");
        requireNonNull(environment, "environment");
        requireNonNull(health, "health");
        requireNonNull(migrations, "migrations");
        requireNonNull(rollback, "rollback");
        requireNonNull(alarms, "alarms");
        requireNonNull(redactor, "redactor");
    }

    /** A system of which only its health is asked, and which holds no secret. */
    public static SystemSpec of(String name, String environment, HealthSpec health) {
        return new SystemSpec(
                name, environment, health, MigrationsSpec.NONE, RollbackSpec.NONE, AlarmsSpec.NONE, Redactor.NONE);
    }

    /** The same system with {@code other} migrations. */
    public SystemSpec with(MigrationsSpec other) {
        return new SystemSpec(name, environment, health, other, rollback, alarms, redactor);
    }

    /** The same system, put back as {@code other} says. */
    public SystemSpec with(RollbackSpec other) {
        return new SystemSpec(name, environment, health, migrations, other, alarms, redactor);
    }

    /** The same system, watched as {@code other} says. */
    public SystemSpec with(AlarmsSpec other) {
        return new SystemSpec(name, environment, health, migrations, rollback, other, redactor);
    }

    /** The same system with {@code other} secrets. */
    public SystemSpec with(Redactor other) {
        return new SystemSpec(name, environment, health, migrations, rollback, alarms, other);
    }
}
