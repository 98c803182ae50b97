package io.belay.adapter.jdbc;

import io.belay.core.Fault;
import io.belay.core.Fault.Kind;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The drivers' exceptions in the terms of a port. */
final class Faults {
    /** By SQL state (postgresql.org/docs/current/errcodes-appendix.html). */
    private static final Map<String, Kind> STATES = Map.ofEntries(
            Map.entry("42501", Kind.DENIED),
            Map.entry("28000", Kind.DENIED),
            Map.entry("28P01", Kind.DENIED),
            Map.entry("3D000", Kind.NOT_FOUND),
            Map.entry("3F000", Kind.NOT_FOUND),
            Map.entry("42P01", Kind.NOT_FOUND),
            Map.entry("42703", Kind.NOT_FOUND),
            Map.entry("53300", Kind.THROTTLED),
            Map.entry("55P03", Kind.TIMED_OUT),
            Map.entry("57014", Kind.TIMED_OUT));

    /** By number (mariadb.com/kb/en/mariadb-error-code-reference, dev.mysql.com/doc/mysql-errors/8.4/en). */
    private static final Map<Integer, Kind> CODES = Map.ofEntries(
            Map.entry(1_040, Kind.THROTTLED),
            Map.entry(1_044, Kind.DENIED),
            Map.entry(1_045, Kind.DENIED),
            Map.entry(1_049, Kind.NOT_FOUND),
            Map.entry(1_054, Kind.NOT_FOUND),
            Map.entry(1_142, Kind.DENIED),
            Map.entry(1_143, Kind.DENIED),
            Map.entry(1_146, Kind.NOT_FOUND),
            Map.entry(1_203, Kind.THROTTLED),
            Map.entry(1_205, Kind.TIMED_OUT),
            Map.entry(1_227, Kind.DENIED),
            // The table was altered after the transaction's moment.
            Map.entry(1_412, Kind.CONFLICT),
            Map.entry(1_969, Kind.TIMED_OUT),
            Map.entry(3_024, Kind.TIMED_OUT));

    private Faults() {}

    /** The fault that {@code failed} stands for, in {@code words} that are fit to show. */
    static Fault of(SQLException failed, String words) {
        return new Fault(kind(failed), words);
    }

    private static Kind kind(SQLException failed) {
        var silent = Stream.<Throwable>iterate(failed, Objects::nonNull, Throwable::getCause)
                .limit(8)
                .anyMatch(SocketTimeoutException.class::isInstance);
        if (silent) {
            return Kind.TIMED_OUT;
        }
        var state = Optional.ofNullable(failed.getSQLState()).orElse("");
        return Optional.ofNullable(CODES.get(failed.getErrorCode()))
                .or(() -> Optional.ofNullable(STATES.get(state)))
                .orElse(state.startsWith("08") ? Kind.UNREACHABLE : Kind.REJECTED);
    }
}
