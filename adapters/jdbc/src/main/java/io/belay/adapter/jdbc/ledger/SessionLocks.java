package io.belay.adapter.jdbc.ledger;

import io.belay.adapter.jdbc.Dialect;
import io.belay.core.ledger.LedgerLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The locks that belong to sessions: advisory ones in PostgreSQL, named ones in MySQL. They go with their session, so that
 * whoever holds one lives.
 *
 * @param held by key
 */
record SessionLocks(Map<String, LedgerLock.Held> held) {
    /**
     * Anybody may read pg_locks; who is behind it is told of one's own sessions alone, or to members of pg_read_all_stats
     * (postgresql.org/docs/current/view-pg-locks.html, monitoring-stats.html). A lock of one number keeps its upper half in
     * classid and its lower half in objid.
     */
    private static final String POSTGRES = """
            select (l.classid::bigint << 32) | l.objid::bigint, l.pid, a.usename, a.application_name,
                   coalesce(a.xact_start, a.backend_start)
              from pg_catalog.pg_locks l
              left join pg_catalog.pg_stat_activity a on a.pid = l.pid
             where l.locktype = 'advisory' and l.granted and l.objsubid = 1
               and l.database = (select oid from pg_catalog.pg_database where datname = current_database())
             limit 10000
            """;

    SessionLocks {
        held = Map.copyOf(held);
    }

    /** Those of {@code keys} that are held, with one query at the most. */
    static SessionLocks of(Connection connection, Dialect dialect, Collection<String> keys) throws SQLException {
        if (keys.isEmpty()) {
            return new SessionLocks(Map.of());
        }
        return switch (dialect) {
            case POSTGRES -> postgres(connection);
            case MYSQL -> mysql(connection, keys);
        };
    }

    /** The first of {@code keys} that is held. */
    LedgerLock any(Collection<String> keys) {
        return keys.stream()
                .filter(held::containsKey)
                .findFirst()
                .<LedgerLock>map(held::get)
                .orElseGet(LedgerLock.Free::new);
    }

    private static SessionLocks postgres(Connection connection) throws SQLException {
        var held = new HashMap<String, LedgerLock.Held>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(POSTGRES)) {
            while (rows.next()) {
                var process = rows.getLong(2);
                var user = Optional.ofNullable(rows.getString(3))
                        .map(name -> " of " + name)
                        .orElse("");
                var program = Optional.ofNullable(rows.getString(4))
                        .filter(name -> !name.isBlank())
                        .map(name -> " (" + name + ")")
                        .orElse("");
                held.put(
                        rows.getString(1),
                        new LedgerLock.Held(
                                Optional.ofNullable(rows.getObject(5, OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant),
                                Optional.of("process " + process + user + program),
                                LedgerLock.Session.LIVES,
                                Optional.of("select pg_terminate_backend(" + process + ")")));
            }
        }
        return new SessionLocks(held);
    }

    /** Anybody may ask who holds a lock (mariadb.com/kb/en/is_used_lock). */
    private static SessionLocks mysql(Connection connection, Collection<String> keys) throws SQLException {
        var asked = keys.stream().distinct().toList();
        var sql = "select "
                + String.join(", ", asked.stream().map(_ -> "is_used_lock(?)").toList());
        var held = new HashMap<String, LedgerLock.Held>();
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < asked.size(); i++) {
                statement.setString(i + 1, asked.get(i));
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                for (int i = 0; i < asked.size(); i++) {
                    var holder = rows.getString(i + 1);
                    if (holder != null) {
                        held.put(
                                asked.get(i),
                                new LedgerLock.Held(
                                        Optional.empty(),
                                        Optional.of("connection " + holder),
                                        LedgerLock.Session.LIVES,
                                        Optional.of("kill " + holder)));
                    }
                }
            }
        }
        return new SessionLocks(held);
    }
}
