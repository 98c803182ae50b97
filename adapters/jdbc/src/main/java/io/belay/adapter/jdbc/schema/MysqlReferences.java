package io.belay.adapter.jdbc.schema;

import io.belay.core.schema.ForeignKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Foreign keys, of which MySQL and MariaDB tell the rules in one place and the columns in another. */
final class MysqlReferences {
    private final Draft draft;
    private final String schema;
    private final Names names;
    private final Map<Key, Rules> rules = new HashMap<>();
    private final Map<Key, Columns> columns = new LinkedHashMap<>();

    private record Key(String table, String name) {}

    private record Rules(String onDelete, String onUpdate) {}

    private record Columns(String table, List<String> own, List<String> referenced) {}

    MysqlReferences(Draft draft, String schema, Names names) {
        this.draft = draft;
        this.schema = schema;
        this.names = names;
    }

    void rules(Row row) throws SQLException {
        rules.put(new Key(row.text(1), row.text(2)), new Rules(action(row.text(3)), action(row.text(4))));
    }

    /** To InnoDB both words mean the same (dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html). */
    private static String action(String told) {
        var action = told.toLowerCase(Locale.ROOT);
        return action.equals("restrict") ? "no action" : action;
    }

    void column(Row row) throws SQLException {
        var table = names.of(row.text(4), row.text(5));
        var all = columns.computeIfAbsent(
                new Key(row.text(1), row.text(2)), _ -> new Columns(table, new ArrayList<>(), new ArrayList<>()));
        all.own().add(row.text(3));
        all.referenced().add(row.text(6));
    }

    /** Whether there is any. */
    boolean any() {
        return !columns.isEmpty();
    }

    void done() {
        columns.forEach((key, told) -> {
            var how = rules.getOrDefault(key, new Rules(ForeignKey.HIDDEN, ForeignKey.HIDDEN));
            draft.known(names.of(schema, key.table()))
                    .ifPresent(table -> table.foreignKeys.add(new ForeignKey(
                            key.name(),
                            told.own(),
                            told.table(),
                            told.referenced(),
                            how.onDelete(),
                            how.onUpdate(),
                            true)));
        });
    }
}
