package io.belay.adapter.systemfile;

import static java.util.Objects.requireNonNull;

import io.belay.core.alarm.AlarmPlace;
import io.belay.core.probe.Observable;
import io.belay.core.probe.ProbeKind;
import io.belay.core.settings.Key;
import io.belay.core.settings.Kind;
import io.belay.core.settings.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * What a system file can name, section by section. The reader and the published schema both follow it.
 *
 * @param checks the kinds of check under {@code health}
 * @param databases what {@code migrations} can name
 * @param releases what {@code rollback} and {@code announce} can name
 * @param stores the kinds of store of {@code alarms}; where there is none, a file has no such section
 */
public record Vocabulary(
        List<ProbeKind> checks, Databases databases, Releases releases, List<Kind<AlarmPlace>> stores) {
    public Vocabulary {
        checks = List.copyOf(checks);
        requireNonNull(databases, "databases");
        requireNonNull(releases, "releases");
        stores = List.copyOf(stores);
    }

    /**
     * This vocabulary, of which a file can tell any two apart. To be asked once, where it is published or tested, and never where
     * a file is read: it looks at every key of every kind, which was a tenth of the time from a cold start to the first report.
     *
     * @throws IllegalArgumentException where a file could not tell two of them apart
     */
    public Vocabulary distinct() {
        distinctKinds("a store", AlarmShapes.STORE, stores);
        distinctChecks(checks);
        distinctDatabases(databases);
        distinctKinds("an alarm", RollbackShapes.ALARM, releases.alarms());
        distinctKinds("a step", RollbackShapes.STEP, releases.targets());
        distinctKinds("a stop", RollbackShapes.STOPPED, releases.brakes());
        distinctKinds("an announcer", RollbackShapes.ANNOUNCER, releases.announcers());
        return this;
    }

    /** The sections that a file may have. */
    List<String> sections() {
        var sections = new ArrayList<String>();
        sections.add(FileShapes.CLOUD);
        sections.addAll(asking());
        if (!releases.targets().isEmpty()) {
            sections.add(FileShapes.ROLLBACK);
        }
        if (!releases.announcers().isEmpty()) {
            sections.add(FileShapes.ANNOUNCE);
        }
        return sections;
    }

    /** Those that ask something of the system, of which a file needs one. */
    List<String> asking() {
        var asking = new ArrayList<>(List.of(FileShapes.HEALTH));
        if (!databases.kinds().isEmpty()) {
            asking.add(FileShapes.MIGRATIONS);
        }
        if (!stores.isEmpty()) {
            asking.add(FileShapes.ALARMS);
        }
        return asking;
    }

    private static void distinctChecks(List<ProbeKind> kinds) {
        var keys = new ArrayList<>(kinds.stream().map(ProbeKind::name).toList());
        keys.addAll(keys(FileShapes.CHECK));
        keys.add(FileShapes.CAPTURE);
        distinct("kinds and keys of a check", keys);
        for (var kind : kinds) {
            var facts =
                    new ArrayList<>(ExpectReader.all(kind).map(Observable::key).toList());
            facts.add(FileShapes.SHOWN);
            distinct("facts of " + kind.name(), facts);
            var settings = new ArrayList<>(keys(kind.shape()));
            settings.add(ExpectReader.EXPECT);
            distinct("keys of " + kind.name(), settings);
        }
    }

    private static void distinctDatabases(Databases databases) {
        var keys = new ArrayList<>(databases.names());
        keys.addAll(keys(MigrationShapes.DATABASE));
        keys.addAll(MigrationShapes.PARTS);
        distinct("kinds and keys of a database", keys);
        for (var kind : databases.kinds()) {
            var words = new ArrayList<>(kind.tools());
            words.addAll(MigrationShapes.LEDGER_WORDS);
            distinct("ledgers of " + kind.name(), words);
        }
        var script = new ArrayList<>(keys(databases.scripts().shape()));
        script.add(MigrationShapes.CONVENTION);
        distinct("keys of scripts", script);
    }

    private static void distinctKinds(String thing, Shape besides, List<? extends Kind<?>> kinds) {
        var keys = new ArrayList<>(kinds.stream().map(Kind::name).toList());
        keys.addAll(keys(besides));
        distinct("kinds and keys of " + thing, keys);
    }

    private static List<String> keys(Shape shape) {
        return shape.keys().stream().map(Key::name).toList();
    }

    static void distinct(String what, List<String> words) {
        var seen = new HashSet<String>();
        words.stream().filter(word -> !seen.add(word)).findFirst().ifPresent(twice -> {
            throw new IllegalArgumentException("two " + what + " are named " + twice);
        });
    }
}
