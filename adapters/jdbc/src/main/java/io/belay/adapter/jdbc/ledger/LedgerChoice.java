package io.belay.adapter.jdbc.ledger;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;

/** Which ledgers of a database are meant. */
public sealed interface LedgerChoice {
    /** The tools that are known by name. */
    static Set<String> tools() {
        return Layouts.tools();
    }

    /** Every one that is recognised, in every schema. */
    record Auto() implements LedgerChoice {}

    /**
     * One tool's.
     *
     * @param tool one of {@link LedgerChoice#tools()}
     * @param table its table where it is not the tool's usual one; a lock table beside it is named as the tool names it
     * @param schema the schema; empty for any
     */
    record Known(String tool, Optional<String> table, Optional<String> schema) implements LedgerChoice {
        public Known {
            requireNonNull(tool, "tool");
            requireNonNull(table, "table");
            requireNonNull(schema, "schema");
            if (!LedgerChoice.tools().contains(tool)) {
                throw new IllegalArgumentException("no such tool: " + tool);
            }
        }
    }

    /**
     * A table of one's own. Names are as in the database, letter for letter or in another case.
     *
     * @param version its column of versions, in whose order they were applied where {@code appliedAt} is empty
     * @param success a flag: false or zero is a migration that failed
     */
    record Custom(
            String table,
            Optional<String> schema,
            String version,
            Optional<String> appliedAt,
            Optional<String> success,
            Optional<String> checksum,
            Optional<String> description)
            implements LedgerChoice {
        public Custom {
            requireNonNull(table, "table");
            requireNonNull(schema, "schema");
            requireNonNull(version, "version");
            requireNonNull(appliedAt, "appliedAt");
            requireNonNull(success, "success");
            requireNonNull(checksum, "checksum");
            requireNonNull(description, "description");
        }
    }
}
