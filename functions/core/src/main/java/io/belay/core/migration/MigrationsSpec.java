package io.belay.core.migration;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/**
 * Where a release expects its databases to be.
 *
 * @param databases in the order of the system file; none where the file has no {@code migrations}
 * @param within how long a run may take where its caller sets no sooner deadline
 */
public record MigrationsSpec(List<DatabaseSpec> databases, Duration within) {
    /** Of a system file that says nothing of migrations. */
    public static final MigrationsSpec NONE = new MigrationsSpec(List.of(), Duration.ofSeconds(60));

    public MigrationsSpec {
        databases = List.copyOf(databases);
        requireNonNull(within, "within");
        if (!within.isPositive()) {
            throw new IllegalArgumentException("a span above zero");
        }
    }
}
