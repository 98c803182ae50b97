package io.belay.core.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A table.
 *
 * @param columns in the table's own order
 * @param primaryKey its columns in the key's order; empty where there is none. What the key is called does not matter
 */
public record Table(
        String name,
        List<Column> columns,
        List<String> primaryKey,
        List<Index> indexes,
        List<ForeignKey> foreignKeys,
        List<CheckRule> checks,
        List<Trigger> triggers) {
    public Table {
        requireNonNull(name, "name");
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        indexes = Picture.sorted(indexes, Index::name);
        foreignKeys = Picture.sorted(foreignKeys, ForeignKey::name);
        checks = Picture.sorted(checks, CheckRule::name);
        triggers = Picture.sorted(triggers, Trigger::name);
    }

    /** A table of columns alone. */
    public static Table of(String name, List<Column> columns) {
        return new Table(name, columns, List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
