package io.belay.core.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A foreign key.
 *
 * @param onDelete {@code no action}, {@code cascade}, {@code set null}, {@code set default}, {@code restrict}
 *     or {@value #HIDDEN}
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
    /** Stands for an action that the asking user may not see. */
    public static final String HIDDEN = "hidden";

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
                + said(" on delete ", onDelete)
                + said(" on update ", onUpdate);
    }

    private static String said(String begin, String action) {
        return action.equals("no action") || action.equals(HIDDEN) ? "" : begin + action;
    }

    /** Whether what it does on delete and update could not be seen. */
    public boolean hidden() {
        return onDelete.equals(HIDDEN) || onUpdate.equals(HIDDEN);
    }

    /** It, as if that could not be seen. */
    public ForeignKey withoutActions() {
        return new ForeignKey(name, columns, table, referenced, HIDDEN, HIDDEN, valid);
    }
}
