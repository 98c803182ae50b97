package io.belay.adapter.jdbc;

import io.belay.core.fact.Value;
import io.belay.core.settings.Text;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A query of the system file. Its text holds no variable; what varies is bound.
 *
 * @param sql as the file writes it
 * @param parameters bound in order to its question marks
 * @param mostRows how many rows are fetched at the most
 */
record Query(Text sql, List<Text> parameters, int mostRows) {
    private static final int MOST_TEXT = 4_096;

    Query {
        parameters = List.copyOf(parameters);
    }

    /**
     * What came back.
     *
     * @param first the first column of the first row; absent where there is no row, or nothing in it
     * @param rows how many rows came, {@code mostRows} at the most
     */
    record Outcome(Value first, long rows) {}

    Outcome run(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(sql.reveal())) {
            statement.setMaxRows(mostRows);
            for (int i = 0; i < parameters.size(); i++) {
                statement.setString(i + 1, parameters.get(i).reveal());
            }
            try (var rows = statement.executeQuery()) {
                return outcome(rows);
            }
        }
    }

    private static Outcome outcome(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return new Outcome(Value.absent(), 0);
        }
        var first = value(rows, 1);
        long count = 1;
        while (rows.next()) {
            count++;
        }
        return new Outcome(first, count);
    }

    /** The value of a column: a number, a flag, else its text. */
    static Value value(ResultSet row, int column) throws SQLException {
        return switch (row.getObject(column)) {
            case null -> Value.absent();
            case Boolean flag -> Value.of(flag);
            case BigDecimal number -> Value.of(number);
            case Number number -> Value.of(new BigDecimal(number.toString()));
            default -> text(row, column);
        };
    }

    private static Value text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column))
                .map(text -> text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text)
                .map(Value::of)
                .orElseGet(Value::absent);
    }
}
