package io.belay.core.migration;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** Which ledgers of a database are meant. */
public sealed interface LedgerChoice {
    /** Every one that is recognised, in every schema; there must be one. */
    record Auto() implements LedgerChoice {}

    /** None: the database is migrated by hand, and only what is in it counts. */
    record None() implements LedgerChoice {}

    /**
     * One tool's.
     *
     * @param tool by name: {@code flyway}
     * @param table its table where it is not the tool's usual one; a lock table beside it is named as the tool names it
     * @param schema the schema; empty for any
     */
    record Known(String tool, Optional<String> table, Optional<String> schema) implements LedgerChoice {
        public Known {
            requireNonNull(tool, "tool");
            requireNonNull(table, "table");
            requireNonNull(schema, "schema");
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
