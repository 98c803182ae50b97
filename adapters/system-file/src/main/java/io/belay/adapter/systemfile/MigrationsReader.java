package io.belay.adapter.systemfile;

import io.belay.core.migration.DatabaseSpec;
import io.belay.core.migration.MigrationsSpec;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;

/** Reads the section {@code migrations}. */
record MigrationsReader(FormReader forms, Databases databases) {
    private static final Duration FOR_THE_REST = Duration.ofSeconds(30);

    /** A database, and how long it may take to ask it, where the file says so. */
    record Timed(DatabaseSpec database, Optional<Duration> timeout) {}

    Optional<MigrationsSpec> read(Node node) {
        var names = new HashSet<String>();
        var reader = new DatabaseReader(forms, databases);
        var read = new RowReader(forms.faults()).read(node, "database", item -> reader.read(item, names));
        return Optional.of(new MigrationsSpec(read.stream().map(Timed::database).toList(), within(read)));
    }

    /** Databases are asked side by side, so the one that may take longest decides. */
    private static Duration within(Collection<Timed> read) {
        return read.stream()
                .flatMap(each -> each.timeout().stream())
                .map(FOR_THE_REST::plus)
                .filter(longest -> longest.compareTo(MigrationsSpec.NONE.within()) > 0)
                .max(Comparator.naturalOrder())
                .orElseGet(MigrationsSpec.NONE::within);
    }
}
