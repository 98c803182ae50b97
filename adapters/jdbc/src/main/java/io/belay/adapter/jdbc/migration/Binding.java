package io.belay.adapter.jdbc.migration;

import io.belay.adapter.jdbc.DatabaseReader;
import io.belay.adapter.jdbc.Dialect;
import io.belay.adapter.jdbc.Query;
import io.belay.adapter.jdbc.ledger.Ledgers;
import io.belay.core.migration.DatabaseSource;
import io.belay.core.migration.RowQuery;
import io.belay.core.settings.Key;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What both kinds of database have in common: how they are written. */
final class Binding {
    static final Key<List<Text>> SCHEMAS = Key.texts(
            "schemas",
            "The schemas to look at; names of the first stand by themselves. Unsaid, the user's search path, or the database.");
    static final Key<Duration> TIMEOUT = Key.span(
                    "timeout", Duration.ofMillis(1), Duration.ofMinutes(10), "How long one reading may take.")
            .orElse(Duration.ofSeconds(30));

    private Binding() {}

    static Shape shape(String description) {
        return new Shape(
                description,
                Stream.concat(DatabaseReader.KEYS.stream(), Stream.of(SCHEMAS, TIMEOUT))
                        .toList());
    }

    static List<String> tools() {
        return Ledgers.tools();
    }

    static DatabaseSource bind(Dialect dialect, Settings settings) {
        var schemas = settings.find(SCHEMAS).orElse(List.of()).stream()
                .map(schema -> schema.fixed(SCHEMAS.name()).reveal())
                .toList();
        if (schemas.stream().distinct().count() < schemas.size()) {
            throw new SettingException(SCHEMAS.name(), "a schema is named twice");
        }
        return new JdbcDatabase(DatabaseReader.of(dialect, settings), schemas, settings.get(TIMEOUT));
    }

    static RowQuery query(RowQuery written) {
        Query.reading("sql", written.sql());
        written.params().forEach(param -> param.fixed("params"));
        return written;
    }
}
