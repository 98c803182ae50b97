package io.belay.adapter.jdbc.schema;

import io.belay.core.schema.Column;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A column as MySQL and MariaDB tell it, each with whims of its own. */
final class MysqlColumn {
    /** Types whose defaults are no texts; MySQL tells a default without the quotes it was written in. */
    private static final Set<String> PLAIN = Set.of(
            "tinyint",
            "smallint",
            "mediumint",
            "int",
            "bigint",
            "decimal",
            "float",
            "double",
            "bit",
            "year",
            "boolean");

    private MysqlColumn() {}

    static Column of(Draft draft, Row row, boolean mariadb, String tableCollation) throws SQLException {
        var extra = row.text(6).toLowerCase(Locale.ROOT);
        var collation = row.maybe(8).filter(own -> !own.equals(tableCollation));
        var generated = generated(extra, row.text(7));
        var fallback = generated.isPresent() ? Optional.<String>empty() : fallback(row, mariadb, extra);
        return new Column(
                row.text(2),
                draft.type(row.text(3))
                        + collation.map(own -> " collate " + own).orElse(""),
                row.text(4).equals("YES"),
                extra.contains("on update")
                        ? Optional.of(fallback.orElse("null") + " on update current_timestamp")
                        : fallback,
                generated);
    }

    private static Optional<String> generated(String extra, String expression) {
        if (extra.contains("auto_increment")) {
            return Optional.of("auto_increment");
        }
        if (expression.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of((extra.contains("stored") || extra.contains("persistent") ? "stored as " : "virtual as ")
                + Expressions.mysql(expression));
    }

    /** MariaDB tells an expression (10.2.7 and later), MySQL a value unless it says that the default is an expression. */
    private static Optional<String> fallback(Row row, boolean mariadb, String extra) throws SQLException {
        var told = row.maybe(5);
        if (told.isEmpty()) {
            return Optional.empty();
        }
        if (mariadb || extra.contains("default_generated")) {
            return Expressions.fallback(Expressions.mysql(told.get()));
        }
        var plain = PLAIN.contains(row.text(9).toLowerCase(Locale.ROOT))
                || told.get().toLowerCase(Locale.ROOT).startsWith("current_timestamp");
        return plain
                ? Expressions.fallback(told.get())
                : Optional.of("'" + told.get().replace("'", "''") + "'");
    }
}
