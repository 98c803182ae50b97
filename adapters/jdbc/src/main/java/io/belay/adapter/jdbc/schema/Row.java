package io.belay.adapter.jdbc.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The row at which a result stands, and the columns of it by number from one. */
record Row(ResultSet result) {
    /** How many rows are held at once, whatever a schema's size. */
    private static final int AT_ONCE = 2_000;

    /** Takes one row. */
    @FunctionalInterface
    interface Taker {
        void take(Row row) throws SQLException;
    }

    /** Takes what the server says beside the rows. */
    @FunctionalInterface
    interface Warned {
        void take(SQLWarning warning);
    }

    /** Asks, and hands over row by row. */
    static void each(Connection connection, String sql, List<?> parameters, Taker taker) throws SQLException {
        each(connection, sql, parameters, taker, _ -> {});
    }

    /** Asks, and hands over row by row, and then what the server says beside them. */
    static void each(Connection connection, String sql, List<?> parameters, Taker taker, Warned warned)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(AT_ONCE);
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            try (var result = statement.executeQuery()) {
                var row = new Row(result);
                while (result.next()) {
                    taker.take(row);
                }
            }
            for (var warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
                warned.take(warning);
            }
        }
    }

    /** A text that is always there; empty where it is not. */
    String text(int column) throws SQLException {
        return maybe(column).orElse("");
    }

    Optional<String> maybe(int column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    boolean flag(int column) throws SQLException {
        return result.getBoolean(column);
    }

    long whole(int column) throws SQLException {
        return result.getLong(column);
    }

    /** The texts of an array; none where there is none. */
    List<String> texts(int column) throws SQLException {
        var array = result.getArray(column);
        if (array == null) {
            return List.of();
        }
        return Arrays.stream((Object[]) array.getArray())
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
    }
}
