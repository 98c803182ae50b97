package io.belay.adapter.systemfile;

import io.belay.core.Deadline;
import io.belay.core.migration.Asked;
import io.belay.core.migration.DatabaseKind;
import io.belay.core.migration.DatabaseReading;
import io.belay.core.migration.DatabaseSource;
import io.belay.core.migration.RowQuery;
import io.belay.core.probe.Target;
import io.belay.core.settings.Key;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** A kind of database that is never asked. It takes a host or a url, and queries that begin with select. */
record TestingDatabaseKind(String name) implements DatabaseKind {
    static final Key<Text> HOST = Key.text("host", "Where.");
    static final Key<Text> URL = Key.text("url", "Where, in one.");
    static final Key<Text> PASSWORD = Key.text("password", "A secret.");
    static final Key<List<Text>> SCHEMAS = Key.texts("schemas", "Which schemas.");
    static final Key<Duration> TIMEOUT = Key.span(
                    "timeout", Duration.ofMillis(1), Duration.ofMinutes(10), "How long it may take.")
            .orElse(Duration.ofSeconds(10));

    /** What was bound. */
    record Source(String engine, Settings settings) implements DatabaseSource {
        @Override
        public Target target() {
            return new Target(settings.find(HOST).map(Text::shown).orElse("?"), "db");
        }

        @Override
        public DatabaseReading read(Asked asked, Deadline deadline) {
            throw new IllegalStateException("never asked");
        }
    }

    @Override
    public Shape shape() {
        return Shape.of("Asks a database.", HOST, URL, PASSWORD, SCHEMAS, TIMEOUT);
    }

    @Override
    public List<String> tools() {
        return List.of("flyway", "liquibase", name.equals("mysql") ? "knex" : "typeorm");
    }

    @Override
    public DatabaseSource bind(Settings settings) {
        if (settings.has(HOST) == settings.has(URL)) {
            throw new SettingException("url", "either host or url");
        }
        return new Source(name, settings);
    }

    @Override
    public RowQuery query(RowQuery written) {
        if (!written.sql().reveal().toLowerCase(Locale.ROOT).startsWith("select")) {
            throw new SettingException(
                    "sql", "a query is meant, not " + written.sql().reveal());
        }
        return written;
    }
}
