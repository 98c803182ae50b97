package io.belay.assembly;

import io.belay.core.Deadline;
import io.belay.core.PortException;
import io.belay.core.Progress;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Time;
import io.belay.core.check.Check;
import io.belay.core.check.HealthSpec;
import io.belay.core.check.Scenario;
import io.belay.core.migration.DatabaseSpec;
import io.belay.core.migration.MigrationsSpec;
import io.belay.core.release.RollbackStep;
import io.belay.core.release.RollbackStop;
import io.belay.core.schema.Picture;
import io.belay.core.system.SystemSpec;
import io.belay.health.Health;
import io.belay.migrationverify.MigrationGate;
import io.belay.migrationverify.MigrationVerify;
import io.belay.rollback.Clearing;
import io.belay.rollback.Releases;
import io.belay.rollback.Resuming;
import io.belay.rollback.Rollback;
import io.belay.rollback.RollbackPlan;
import io.belay.rollback.Stamping;
import io.belay.rollback.Stopping;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The functions of one system, each under its one name. Safe for use by many threads. */
public final class Bundle {
    /** Is every part of the system well? */
    public static final String HEALTH = "health";

    /** Is every database where the release expects it? */
    public static final String MIGRATION_VERIFY = "migration-verify";

    /** Puts the release back: once, on revisions known to be good, for a cause, and proves it. */
    public static final String ROLLBACK = "rollback";

    /** What {@value #ROLLBACK} would do now, and what every guard says to it. */
    public static final String ROLLBACK_PLAN = "rollback-plan";

    /** Stamps what serves as known to be good. */
    public static final String STAMP = "stamp";

    /** What serves, what is known to be good, what is in quarantine. */
    public static final String RELEASE = "release";

    /** Lifts quarantines that a person names. */
    public static final String CLEAR = "clear";

    /** Stops altogether what the file lets a person stop. */
    public static final String STOP = "stop";

    /** Lets go what {@value #STOP} stopped. */
    public static final String RESUME = "resume";

    /** Those that say how a system is. They are what is scraped. */
    public static final List<String> VERIFYING = List.of(HEALTH, MIGRATION_VERIFY);

    /** Those that change nothing but what a system file's own scenarios write: whoever may ask may ask for each of them. */
    public static final List<String> READING = List.of(HEALTH, MIGRATION_VERIFY, ROLLBACK_PLAN, RELEASE);

    /** Those that change something: each is opened by a door that names it, and none by a GET. */
    public static final List<String> CHANGING = List.of(ROLLBACK, STAMP, CLEAR, STOP, RESUME);

    /** Those that alarms and timers can call: what is done, or what would be. */
    public static final List<String> RUNG = List.of(ROLLBACK, ROLLBACK_PLAN);

    private final SystemSpec system;
    private final Catalog catalog;
    private final Map<String, Section> sections;

    private Bundle(SystemSpec system, Catalog catalog, Map<String, Section> sections) {
        this.system = system;
        this.catalog = catalog;
        this.sections = Map.copyOf(sections);
    }

    /** The functions for {@code system}. Does no I/O. */
    public static Bundle of(SystemSpec system, Time time, Progress progress) {
        // Within a rollback health is asked again and again: how far that is, is not how far the rollback is.
        var health = new Health(system, time, Progress.NONE);
        var schema = new MigrationGate(system.migrations());
        var catalog = new Catalog(Map.of(
                HEALTH, new Health(system, time, progress),
                MIGRATION_VERIFY, new MigrationVerify(system, time, progress),
                ROLLBACK, new Rollback(system, health, schema, time, progress),
                ROLLBACK_PLAN, new RollbackPlan(system, health, schema, time),
                STAMP, new Stamping(system, health, schema, time),
                RELEASE, new Releases(system, time),
                CLEAR, new Clearing(system, time),
                STOP, new Stopping(system, time),
                RESUME, new Resuming(system, time)));
        return new Bundle(system, catalog, sections(system));
    }

    private static Map<String, Section> sections(SystemSpec system) {
        var rollback = new Section(
                "rollback",
                system.rollback().steps().stream().map(RollbackStep::name).toList());
        var stop = new Section(
                "rollback.stop",
                system.rollback().stops().stream().map(RollbackStop::name).toList());
        return Map.of(
                HEALTH, new Section("health", looked(system.health())),
                MIGRATION_VERIFY, new Section("migrations", looked(system.migrations())),
                ROLLBACK, rollback,
                ROLLBACK_PLAN, rollback,
                STAMP, rollback,
                RELEASE, rollback,
                CLEAR, rollback,
                STOP, stop,
                RESUME, stop);
    }

    private static List<String> looked(HealthSpec health) {
        return Stream.concat(
                        health.checks().stream().map(Check::name),
                        health.scenarios().stream().map(Scenario::name))
                .toList();
    }

    private static List<String> looked(MigrationsSpec migrations) {
        return migrations.databases().stream().map(DatabaseSpec::name).toList();
    }

    /** The system they look after. */
    public SystemSpec system() {
        return system;
    }

    /** Their names. */
    public Set<String> names() {
        return catalog.names();
    }

    /**
     * The function {@code name}, as the catalog holds it.
     *
     * @throws IllegalArgumentException where there is none
     */
    public Function<Request, Report> function(String name) {
        return catalog.get(name);
    }

    /**
     * What of the system file the function {@code name} looks at.
     *
     * @throws IllegalArgumentException where there is none
     */
    public Section section(String name) {
        var section = sections.get(name);
        if (section == null) {
            throw new IllegalArgumentException("no function of that name; there are " + names());
        }
        return section;
    }

    /**
     * What the schema of {@code database} is made of now, to be kept as its baseline.
     *
     * @throws IllegalArgumentException where the system file has no such database
     * @throws PortException where it could not be read
     * @throws InterruptedException when the caller calls it off
     */
    public Picture picture(String database, Deadline deadline) throws InterruptedException {
        return Pictures.of(system.migrations(), database, deadline);
    }
}
