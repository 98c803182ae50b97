package io.belay.adapter.jdbc.schema;

import io.belay.core.schema.Index;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Indexes, of which MySQL and MariaDB tell a row for each column. */
final class MysqlIndexes {
    private final Draft draft;
    private final String schema;
    private final Names names;
    private Optional<Head> head = Optional.empty();
    private final List<String> parts = new ArrayList<>();

    /** What all rows of one index say alike. */
    private record Head(String table, String name, boolean unique, String method, boolean passedOver) {}

    MysqlIndexes(Draft draft, String schema, Names names) {
        this.draft = draft;
        this.schema = schema;
        this.names = names;
    }

    void take(Row row) throws SQLException {
        var next = new Head(
                names.of(schema, row.text(1)),
                row.text(2),
                row.whole(3) == 0,
                row.text(4).toLowerCase(Locale.ROOT),
                row.flag(8));
        if (!head.equals(Optional.of(next))) {
            done();
            head = Optional.of(next);
        }
        var prefix = row.maybe(7).map(length -> "(" + length + ")").orElse("");
        var down = row.text(6).equals("D") ? " desc" : "";
        var column = row.maybe(5).orElse(Expressions.mysql(row.text(9)));
        parts.add(column + (next.method().equals("spatial") ? "" : prefix) + down);
    }

    /** Ends the index whose rows came last. */
    void done() {
        head.ifPresent(one -> draft.known(one.table()).ifPresent(table -> {
            if (one.name().equals("PRIMARY")) {
                table.primaryKey.addAll(parts);
                return;
            }
            table.indexes.add(
                    new Index(one.name(), one.unique(), one.method(), parts, Optional.empty(), !one.passedOver()));
        }));
        head = Optional.empty();
        parts.clear();
    }
}
