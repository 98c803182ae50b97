package io.belay.core.migration;

import static java.util.Objects.requireNonNull;

import io.belay.core.Severity;
import java.time.Duration;
import java.util.List;

/**
 * One database, and where a release expects it to be.
 *
 * @param name what people call it; no two of a system have the same
 * @param severity whether what is wrong with it fails the report
 * @param source how it is asked
 * @param ledgers which ledgers are read
 * @param scripts what the release ships; none where that is not looked at
 * @param expected what must be there
 * @param tolerance what may be so all the same
 */
public record DatabaseSpec(
        String name,
        Severity severity,
        DatabaseSource source,
        LedgerChoice ledgers,
        List<ScriptSet> scripts,
        Expected expected,
        Tolerance tolerance) {
    public DatabaseSpec {
        requireNonNull(name, "name");
        requireNonNull(severity, "severity");
        requireNonNull(source, "source");
        requireNonNull(ledgers, "ledgers");
        scripts = List.copyOf(scripts);
        requireNonNull(expected, "expected");
        requireNonNull(tolerance, "tolerance");
    }

    /**
     * What may be so all the same.
     *
     * @param allowed kinds of drift that are shown and fail nothing
     * @param lock how long a tool's lock may be held before it counts as stuck though its holder lives
     */
    public record Tolerance(List<DriftKind> allowed, Duration lock) {
        /** Nothing is allowed; a lock may be held for 15 minutes. */
        public static final Tolerance USUAL = new Tolerance(List.of(), Duration.ofMinutes(15));

        public Tolerance {
            allowed = List.copyOf(allowed);
            requireNonNull(lock, "lock");
        }
    }
}
