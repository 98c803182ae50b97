package io.belay.adapter.jdbc.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows of a ledger.
 *
 * @param all the oldest first
 * @param cut whether older ones were left out
 */
record Rows(List<Row> all, boolean cut) {
    /** How many of the newest are read. */
    static final int MOST = 50_000;

    private static final int MOST_TEXT = 2_048;
    private static final int AT_ONCE = 2_000;

    Rows {
        all = List.copyOf(all);
    }

    /** Reads the columns of {@code layout} that {@code place} has. */
    static Rows of(Connection connection, Place place, Layout layout) throws SQLException {
        var names = Stream.concat(layout.needed().stream(), layout.others().stream())
                .filter(name ->
                        place.column(name).filter(Place.Column::readable).isPresent())
                .distinct()
                .toList();
        var order = layout.order().stream()
                .flatMap(name -> place.column(name).stream())
                .map(column -> place.dialect().quoted(column.name()) + " desc")
                .collect(Collectors.joining(", "));
        var sql = "select "
                + names.stream()
                        .flatMap(name -> place.column(name).stream())
                        .map(column -> place.dialect().asText(column.name(), MOST_TEXT))
                        .collect(Collectors.joining(", "))
                + " from " + place.quoted()
                + (order.isEmpty() ? "" : " order by " + order)
                + " limit " + (MOST + 1);
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(AT_ONCE);
            // A brace or a question mark in a name is no escape.
            statement.setEscapeProcessing(false);
            try (var found = statement.executeQuery(sql)) {
                var rows = new ArrayList<Row>();
                while (found.next()) {
                    var values = new HashMap<String, String>();
                    for (int i = 0; i < names.size(); i++) {
                        var value = found.getString(i + 1);
                        if (value != null) {
                            values.put(names.get(i), value);
                        }
                    }
                    rows.add(new Row(values));
                }
                var cut = rows.size() > MOST;
                var kept = cut ? new ArrayList<>(rows.subList(0, MOST)) : rows;
                Collections.reverse(kept);
                return new Rows(kept, cut);
            }
        }
    }
}
