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
import io.belay.core.schema.Picture;
import io.belay.core.system.SystemSpec;
import io.belay.health.Health;
import io.belay.migrationverify.MigrationVerify;
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

    /** Those that change nothing but what a system file's own scenarios write: whoever may ask may ask for each of them. */
    public static final List<String> READING = List.of(HEALTH, MIGRATION_VERIFY);

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
        var catalog = new Catalog(Map.of(
                HEALTH, new Health(system, time, progress),
                MIGRATION_VERIFY, new MigrationVerify(system, time, progress)));
        return new Bundle(
                system,
                catalog,
                Map.of(
                        HEALTH, new Section("health", looked(system.health())),
                        MIGRATION_VERIFY, new Section("migrations", looked(system.migrations()))));
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
