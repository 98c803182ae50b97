package io.belay.core.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** Something that a system file says a schema must have, where no baseline was recorded. */
public sealed interface ExpectedFact {
    /** There is a table. */
    record HasTable(String table) implements ExpectedFact {
        public HasTable {
            requireNonNull(table, "table");
        }
    }

    /**
     * There is a column.
     *
     * @param type in any of the words that {@link TypeWords} knows for it; empty for any type
     * @param nullable whether it may be null; empty for either
     */
    record HasColumn(String table, String column, Optional<String> type, Optional<Boolean> nullable)
            implements ExpectedFact {
        public HasColumn {
            requireNonNull(table, "table");
            requireNonNull(column, "column");
            requireNonNull(type, "type");
            requireNonNull(nullable, "nullable");
        }
    }

    /** There is an index of this name, and it is valid. */
    record HasIndex(String table, String index) implements ExpectedFact {
        public HasIndex {
            requireNonNull(table, "table");
            requireNonNull(index, "index");
        }
    }

    /** There is a valid index, the primary key among them, that begins with these columns. */
    record HasIndexOn(String table, List<String> columns, boolean unique) implements ExpectedFact {
        public HasIndexOn {
            requireNonNull(table, "table");
            columns = List.copyOf(columns);
        }
    }

    /** There is a foreign key, a check or a unique constraint of this name. */
    record HasConstraint(String table, String constraint) implements ExpectedFact {
        public HasConstraint {
            requireNonNull(table, "table");
            requireNonNull(constraint, "constraint");
        }
    }

    /** There is a view. */
    record HasView(String view) implements ExpectedFact {
        public HasView {
            requireNonNull(view, "view");
        }
    }
}
