package io.belay.adapter.jdbc;

import io.belay.core.Redactor;
import io.belay.core.fact.Value;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Text;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A query of the system file. Its text holds no variable; what varies is bound.
 *
 * @param sql as the file writes it
 * @param parameters bound in order to its question marks
 * @param mostRows how many rows are fetched at the most
 */
public record Query(Text sql, List<Text> parameters, int mostRows) {
    private static final int MOST_TEXT = 4_096;

    private static final Pattern ASKING = Pattern.compile(
            "(?i)(?:\\s|\\(|--[^\\n]*\\n|/\\*(?!M?!)(?:(?!\\*/)[\\s\\S])*+\\*/)*+(?:select|with|values|table|show|explain|describe|desc)\\b");

    /** MySQL runs what stands in such a comment. */
    private static final Pattern HARMING = Pattern.compile("(?i)/\\*M?!|\\binto\\s+(?:outfile|dumpfile)\\b");

    /** A query whose text {@link #reading} has let pass. */
    public Query {
        parameters = List.copyOf(parameters);
    }

    /**
     * What came back.
     *
     * @param first the first column of the first row; absent where there is no row, or nothing in it
     * @param rows how many rows came, {@code mostRows} at the most
     */
    public record Outcome(Value first, long rows) {}

    /**
     * {@code sql}, where it is one statement that asks and no variable decides its words. A second statement could end the
     * transaction that cannot write, and go on without it; and some that a server takes inside one do harm all the same:
     * {@code COPY ... TO PROGRAM}, {@code KILL}, {@code INTO OUTFILE}.
     *
     * @param key the key it was written under
     * @throws SettingException where it is something else
     */
    public static Text reading(String key, Text sql) {
        var text = sql.fixed(key).reveal().strip();
        if (text.indexOf(';') >= 0 && text.indexOf(';') < text.length() - 1) {
            throw new SettingException(key, "one statement; a semicolon inside a value goes through params");
        }
        if (!ASKING.matcher(text).lookingAt() || HARMING.matcher(text).find()) {
            throw new SettingException(
                    key, "a query is meant: SELECT, WITH, VALUES, TABLE, SHOW, EXPLAIN or DESCRIBE, into no file");
        }
        return sql;
    }

    /** Asks once. */
    public Outcome run(Connection connection) throws SQLException {
        try (var statement = prepare(connection)) {
            return run(statement);
        }
    }

    /** The statement with all that is bound, to be run any number of times. */
    public PreparedStatement prepare(Connection connection) throws SQLException {
        var statement = connection.prepareStatement(sql.reveal());
        try {
            statement.setMaxRows(mostRows);
            for (int i = 0; i < parameters.size(); i++) {
                statement.setString(i + 1, parameters.get(i).reveal());
            }
            return statement;
        } catch (SQLException failed) {
            statement.close();
            throw failed;
        }
    }

    /** Asks by a statement of {@link #prepare}. */
    public Outcome run(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            return outcome(rows);
        }
    }

    /** {@code words} of a server about this query, without the secrets in it. */
    String redacted(String words) {
        var redactor = Redactor.NONE;
        for (var text : parameters) {
            redactor = text.shown().equals(text.reveal()) ? redactor : redactor.with(text.reveal(), text.shown());
        }
        for (var part : sql.parts()) {
            if (part instanceof Text.Part.Secret(var reference, var value)) {
                redactor = redactor.with(value, reference);
            }
        }
        return redactor.redact(words);
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
