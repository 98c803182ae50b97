package io.belay.adapter.jdbc.ledger;

import io.belay.adapter.jdbc.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds tables by name, in every schema, with one query. */
final class Recognition {
    private static final int MOST_COLUMNS = 100_000;

    /** The catalogue itself: information_schema keeps still about a table that this user may not read. */
    private static final String POSTGRES = """
            select current_database(), n.nspname, c.relname, a.attname,
                   has_schema_privilege(n.oid, 'usage') and has_column_privilege(c.oid, a.attnum, 'select')
              from pg_catalog.pg_class c
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
             where c.relkind in ('r', 'p', 'v', 'm', 'f')
               and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
               and not pg_is_other_temp_schema(n.oid)
               and lower(c.relname) in (%s)
             order by n.nspname, c.relname, a.attnum
            """;

    /** It shows what this user may read, and no more. */
    private static final String MYSQL = """
            select table_schema, table_schema, table_name, column_name, privileges like '%%select%%'
              from information_schema.columns
             where table_schema not in ('mysql', 'information_schema', 'performance_schema', 'sys')
               and lower(table_name) in (%s)
             order by table_schema, table_name, ordinal_position
            """;

    private Recognition() {}

    /** The tables that are called one of {@code names}, in any case. */
    static List<Place> tables(Connection connection, Dialect dialect, Collection<String> names) throws SQLException {
        var sql = switch (dialect) {
            case POSTGRES -> POSTGRES;
            case MYSQL -> MYSQL;
        };
        var marks = String.join(", ", names.stream().map(_ -> "?").toList());
        try (var statement = connection.prepareStatement(sql.formatted(marks))) {
            statement.setMaxRows(MOST_COLUMNS);
            int next = 1;
            for (var name : names) {
                statement.setString(next++, name.toLowerCase(Locale.ROOT));
            }
            var places = new LinkedHashMap<List<String>, List<Place.Column>>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    places.computeIfAbsent(
                                    List.of(rows.getString(1), rows.getString(2), rows.getString(3)),
                                    _ -> new ArrayList<>())
                            .add(new Place.Column(rows.getString(4), rows.getBoolean(5)));
                }
            }
            return places.entrySet().stream()
                    .map(found -> place(dialect, found))
                    .toList();
        }
    }

    private static Place place(Dialect dialect, Map.Entry<List<String>, List<Place.Column>> found) {
        var name = found.getKey();
        return new Place(dialect, name.get(0), name.get(1), name.get(2), found.getValue());
    }
}
