package io.belay.core.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A foreign key.
 *
 * @param onDelete {@code no action}, {@code cascade}, {@code set null}, {@code set default} or {@code restrict}
 * @param onUpdate in the same words
 * @param valid false where it was never held against the rows that were there before
 */
public record ForeignKey(
        String name,
        List<String> columns,
        String table,
        List<String> referenced,
        String onDelete,
        String onUpdate,
        boolean valid) {
    public ForeignKey {
        requireNonNull(name, "name");
        columns = List.copyOf(columns);
        requireNonNull(table, "table");
        referenced = List.copyOf(referenced);
        requireNonNull(onDelete, "onDelete");
        requireNonNull(onUpdate, "onUpdate");
    }

    /** What it is, without its name: {@code (order_id) -> orders(id) on delete cascade}. */
    public String shown() {
        return "(" + String.join(", ", columns) + ") -> " + table + "(" + String.join(", ", referenced) + ")"
                + (onDelete.equals("no action") ? "" : " on delete " + onDelete)
                + (onUpdate.equals("no action") ? "" : " on update " + onUpdate);
    }
}
