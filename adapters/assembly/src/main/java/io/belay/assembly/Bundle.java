package io.belay.assembly;

import io.belay.alarmsetup.AlarmApply;
import io.belay.alarmsetup.AlarmDrift;
import io.belay.alarmsetup.AlarmPlan;
import io.belay.alarmsetup.Drill;
import io.belay.alarmsetup.Rehearsal;
import io.belay.core.Deadline;
import io.belay.core.PortException;
import io.belay.core.Progress;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Time;
import io.belay.core.alarm.AlarmsSpec;
import io.belay.core.alarm.Resource;
import io.belay.core.check.Check;
import io.belay.core.check.HealthSpec;
import io.belay.core.check.Scenario;
import io.belay.core.migration.DatabaseSpec;
import io.belay.core.migration.MigrationsSpec;
import io.belay.core.release.RollbackCauses;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The functions of one system, each under its one name. Safe for use by many threads. */
public final class Bundle {
    /** Is every part of the system well? */
    public static final String HEALTH = "health";

    /** Is every database where the release expects it? */
    public static final String MIGRATION_VERIFY = "migration-verify";

    /** Both, and rollback where health fails as often as the file says. */
    public static final String VERIFY = "verify";

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

    /** Which changes make the alarms that are into the alarms that should be. */
    public static final String ALARMS_PLAN = "alarms-plan";

    /** Whether the alarms are still as they should be; for the clock. */
    public static final String ALARMS_DRIFT = "alarms-drift";

    /** Makes the changes of a plan that a person looked at. */
    public static final String ALARMS_APPLY = "alarms-apply";

    /** Rings an alarm for nothing and follows it to the announcement. */
    public static final String ALARMS_DRILL = "alarms-drill";

    /** Those that say how a system is. They are what is scraped. */
    public static final List<String> VERIFYING = List.of(HEALTH, MIGRATION_VERIFY);

    /** Those that change nothing but what a system file's own scenarios write: whoever may ask may ask for each of them. */
    public static final List<String> READING =
            List.of(HEALTH, MIGRATION_VERIFY, ROLLBACK_PLAN, RELEASE, ALARMS_PLAN, ALARMS_DRIFT);

    /** Those that change something: each is opened by a door that names it, and none by a GET. */
    public static final List<String> CHANGING =
            List.of(ROLLBACK, VERIFY, STAMP, CLEAR, STOP, RESUME, ALARMS_APPLY, ALARMS_DRILL);

    /** Those that alarms and timers can call: what is done, or what would be. */
    public static final List<String> RUNG = List.of(ROLLBACK, ROLLBACK_PLAN);

    private final SystemSpec system;
    private final Catalog catalog;
    private final Map<String, Section> sections;
    private final Time time;

    private Bundle(SystemSpec system, Catalog catalog, Map<String, Section> sections, Time time) {
        this.system = system;
        this.time = time;
        this.catalog = catalog;
        this.sections = Map.copyOf(sections);
    }

    /** The functions for {@code system}. Does no I/O. */
    public static Bundle of(SystemSpec system, Time time, Progress progress) {
        // Within a rollback health is asked again and again: how far that is, is not how far the rollback is.
        var health = new Health(system, time, Progress.NONE);
        var schema = new MigrationGate(system.migrations());
        var rollback = new Rollback(system, health, schema, time, progress);
        var plan = new RollbackPlan(system, health, schema, time);
        var shown = new Health(system, time, progress);
        var migrations = new MigrationVerify(system, time, progress);
        var catalog = new Catalog(Map.ofEntries(
                Map.entry(HEALTH, shown),
                Map.entry(MIGRATION_VERIFY, migrations),
                Map.entry(VERIFY, new Verify(system, migrations, shown, rollback, time)),
                Map.entry(ROLLBACK, new Rehearsal(system, rollback, plan, time)),
                Map.entry(ROLLBACK_PLAN, plan),
                Map.entry(STAMP, new Stamping(system, health, schema, time)),
                Map.entry(RELEASE, new Releases(system, time)),
                Map.entry(CLEAR, new Clearing(system, time)),
                Map.entry(STOP, new Stopping(system, time)),
                Map.entry(RESUME, new Resuming(system, time)),
                Map.entry(ALARMS_PLAN, new AlarmPlan(system, time)),
                Map.entry(ALARMS_DRIFT, new AlarmDrift(system, time)),
                Map.entry(ALARMS_APPLY, new AlarmApply(system, time)),
                Map.entry(ALARMS_DRILL, new Drill(system, time))));
        return new Bundle(system, catalog, sections(system), time);
    }

    private static Map<String, Section> sections(SystemSpec system) {
        var rollback = new Section(
                "rollback",
                system.rollback().steps().stream().map(RollbackStep::name).toList());
        var stop = new Section(
                "rollback.stop",
                system.rollback().stops().stream().map(RollbackStop::name).toList());
        var alarms = new Section("alarms", looked(system.alarms()));
        return Map.ofEntries(
                Map.entry(HEALTH, new Section("health", looked(system.health()))),
                Map.entry(MIGRATION_VERIFY, new Section("migrations", looked(system.migrations()))),
                Map.entry(
                        VERIFY,
                        new Section(
                                "health",
                                Stream.concat(looked(system.migrations()).stream(), looked(system.health()).stream())
                                        .toList())),
                Map.entry(ROLLBACK, rollback),
                Map.entry(ROLLBACK_PLAN, rollback),
                Map.entry(STAMP, rollback),
                Map.entry(RELEASE, rollback),
                Map.entry(CLEAR, rollback),
                Map.entry(STOP, stop),
                Map.entry(RESUME, stop),
                Map.entry(ALARMS_PLAN, alarms),
                Map.entry(ALARMS_DRIFT, alarms),
                Map.entry(ALARMS_APPLY, alarms),
                Map.entry(ALARMS_DRILL, new Section("alarms.drill", drilled(system))));
    }

    /** A section that wants nothing is there all the same: under its policy what was wanted before may have to go. */
    private static List<String> looked(AlarmsSpec alarms) {
        var names = alarms.sites().stream()
                .flatMap(site -> site.wanted().stream())
                .map(Resource::name)
                .distinct()
                .toList();
        if (!names.isEmpty()) {
            return names;
        }
        var stores = new ArrayList<String>();
        for (var site : alarms.sites()) {
            stores.add(site.store().target().address());
        }
        return stores;
    }

    /** The test alarm, and those that a person may have rung in its place. */
    private static List<String> drilled(SystemSpec system) {
        return system.alarms().drill().stream()
                .flatMap(drill -> Stream.concat(
                        Stream.of(drill.alarm()),
                        system.rollback().when().alarms().stream()
                                .filter(each -> each.source()
                                        .kind()
                                        .equals(drill.source().kind()))
                                .map(RollbackCauses.Watched::alarm)))
                .distinct()
                .toList();
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
     * When {@value #VERIFY} is due next where a clock calls it every {@code tick}; empty where it is now, as it always is where the
     * system file does not say how often it is to be.
     */
    public Optional<Instant> due(Duration tick, Deadline deadline) {
        return system.watch().flatMap(watch -> Watching.next(system, watch, tick, time.instant(), deadline));
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
