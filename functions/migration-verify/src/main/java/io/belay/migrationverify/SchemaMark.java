package io.belay.migrationverify;

import io.belay.core.Fingerprint;
import io.belay.core.PortException;
import io.belay.core.migration.DatabaseReading;
import io.belay.core.migration.DatabaseReading.Part;
import io.belay.core.schema.Picture;
import io.belay.core.script.Additivity;
import io.belay.migrationverify.ledger.SinceJudge.Applied;
import java.util.List;
import java.util.Optional;

/**
 * Where a database without a ledger stands: a sum over all that can be seen of its schema. What was applied to rows alone leaves no
 * trace in it, and what its user may not see is not in it.
 */
final class SchemaMark {
    private static final String BEGIN = "schema:";

    /** Of 64: a stamp has little room, and nobody makes two schemas alike on purpose. */
    private static final int DIGITS = 16;

    private SchemaMark() {}

    /** Where it stands now. */
    static String of(DatabaseReading reading) {
        return switch (reading.schema().orElseThrow(() -> new IllegalStateException("a schema was asked for"))) {
            case Part.Unread<Picture>(var fault) -> throw new PortException(fault);
            // A picture is made of records and sorted lists, so that equal ones read alike.
            case Part.Seen<Picture>(var picture) ->
                BEGIN + Fingerprint.of(List.of(picture.toString())).substring(0, DIGITS);
        };
    }

    /** Empty where it stands as it did at {@code marks}; else unclear, for nobody kept what it was then. */
    static Optional<Applied> since(List<String> marks, DatabaseReading reading) {
        if (marks.stream().noneMatch(mark -> mark.startsWith(BEGIN))) {
            return Optional.of(
                    unclear("no ledger tells what was applied to it, and nothing is remembered of its schema"));
        }
        return marks.contains(of(reading))
                ? Optional.empty()
                : Optional.of(unclear("its schema is another now, and no ledger tells what was applied to it"));
    }

    private static Applied unclear(String why) {
        return new Applied("", Additivity.unclear(1, "schema", why));
    }
}
