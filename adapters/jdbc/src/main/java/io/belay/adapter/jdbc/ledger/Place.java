package io.belay.adapter.jdbc.ledger;

import io.belay.adapter.jdbc.Dialect;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A table that was found.
 *
 * @param database the database it was found in; a schema's name in MySQL, which knows no other
 * @param columns by their names as the database writes them
 */
record Place(Dialect dialect, String database, String schema, String table, List<Column> columns) {
    Place {
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param readable whether this user may read it
     */
    record Column(String name, boolean readable) {}

    /** The column that is called {@code name} letter for letter, or else in another case, or without its underscores. */
    Optional<Column> column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .or(() -> columns.stream()
                        .filter(column -> plain(column.name()).equals(plain(name)))
                        .findFirst());
    }

    /** Any tool's or naming convention's spelling of {@code name}, made the same. */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "");
    }

    String quoted() {
        return dialect.quoted(schema, table);
    }

    String shown() {
        return schema + "." + table;
    }
}
