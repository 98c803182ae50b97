package io.belay.assembly;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.migration.Asked;
import io.belay.core.migration.DatabaseReading.Part;
import io.belay.core.migration.LedgerChoice;
import io.belay.core.migration.MigrationsSpec;
import io.belay.core.schema.Picture;
import java.util.List;
import java.util.Optional;

/** Reads schemas to be recorded. */
final class Pictures {
    private static final Asked SCHEMA = new Asked(new LedgerChoice.None(), true, List.of(), Optional.empty());

    private Pictures() {}

    static Picture of(MigrationsSpec migrations, String name, Deadline deadline) throws InterruptedException {
        var database = migrations.databases().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the system file has no such database"));
        var schema = database.source()
                .read(SCHEMA, deadline.within(migrations.within()))
                .schema()
                .orElseThrow(() -> new IllegalStateException("a schema was asked for"));
        return switch (schema) {
            case Part.Seen<Picture>(var picture) -> picture;
            case Part.Unread<Picture>(Fault fault) -> throw new PortException(fault);
        };
    }
}
