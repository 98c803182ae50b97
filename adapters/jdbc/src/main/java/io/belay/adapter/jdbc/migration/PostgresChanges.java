package io.belay.adapter.jdbc.migration;

import io.belay.core.migration.DatabaseReading.Change;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who is at work on PostgreSQL's schema, by the locks that nothing but a change takes or waits for
 * (postgresql.org/docs/current/explicit-locking.html): a table's from {@code ShareLock} up, that of the schema into which
 * something is put, and the builds of indexes that let others write. Anybody may read pg_locks; since when a transaction runs
 * is told of one's own sessions alone, or to members of pg_read_all_stats.
 *
 * <p>Left out are what is put into a schema that is itself not there yet, since a session's first temporary table looks the
 * same; materialised views, which are locked whenever they are refreshed; and the server's own workers, which have
 * no user: autovacuum locks a table when it cuts its end off. On a replica, though, one of these does what the primary did.
 */
final class PostgresChanges {
    private static final String SQL = """
            with lock as materialized (
              select * from pg_catalog.pg_locks
              where locktype in ('relation', 'object') and pid is distinct from pg_catalog.pg_backend_pid()
                and database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())),
            place as (
              select l.pid, l.virtualtransaction, l.granted, l.waitstart, n.nspname || '.' || c.relname as what
              from lock l
              join pg_catalog.pg_class c on c.oid = l.relation and c.relkind in ('r', 'p', 'v', 'f') and c.oid >= 16384
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace and n.nspname !~ '^pg_(temp|toast)'
              where l.locktype = 'relation' and l.mode in ('AccessExclusiveLock', 'ShareRowExclusiveLock', 'ShareLock')
              union all
              select l.pid, l.virtualtransaction, l.granted, l.waitstart,
                'something new in ' || n.nspname
              from lock l join pg_catalog.pg_namespace n on n.oid = l.objid and n.nspname !~ '^pg_'
              where l.locktype = 'object' and l.classid = 'pg_catalog.pg_namespace'::regclass and not exists (
                select from lock v join pg_catalog.pg_class c on c.oid = v.relation and c.relkind = 'm'
                where v.pid = l.pid and v.mode in ('AccessExclusiveLock', 'ExclusiveLock'))
              union all
              select p.pid, '', true, null, 'an index being built'
              from pg_catalog.pg_stat_progress_create_index p where p.datname = pg_catalog.current_database())
            select p.pid, a.usename, a.application_name,
              extract(epoch from coalesce(a.xact_start, min(p.waitstart))), pg_catalog.bool_and(p.granted),
              pg_catalog.array_agg(distinct p.what order by p.what)
            from place p left join pg_catalog.pg_stat_activity a on a.pid = p.pid
            where a.usesysid is not null or p.pid is null or pg_catalog.pg_is_in_recovery()
            group by p.pid, case when p.pid is null then p.virtualtransaction end, a.usename, a.application_name, a.xact_start
            order by p.pid limit MOST
            """.replace("MOST", String.valueOf(Changes.MOST));

    private static final int MOST_PLACES = 3;

    private PostgresChanges() {}

    static List<Change> of(Connection connection) throws SQLException {
        var changes = new ArrayList<Change>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(SQL)) {
            while (rows.next()) {
                var places = Arrays.stream((Object[]) rows.getArray(6).getArray())
                        .map(String::valueOf)
                        .toList();
                changes.add(new Change(
                        session(
                                Optional.ofNullable(rows.getString(1)),
                                Optional.ofNullable(rows.getString(2)),
                                Optional.ofNullable(rows.getString(3))),
                        (rows.getBoolean(5) ? "" : "waits for ") + shown(places),
                        Optional.ofNullable(rows.getBigDecimal(4)).map(Answering::instant)));
            }
        }
        return changes;
    }

    private static String session(Optional<String> process, Optional<String> user, Optional<String> program) {
        if (process.isEmpty()) {
            return "a prepared transaction";
        }
        return "process " + process.get() + user.map(name -> " of " + name).orElse("")
                + program.filter(name -> !name.isBlank())
                        .map(name -> " (" + name + ")")
                        .orElse("");
    }

    private static String shown(List<String> places) {
        var first = places.stream().limit(MOST_PLACES).collect(Collectors.joining(", "));
        return places.size() <= MOST_PLACES ? first : first + " and " + (places.size() - MOST_PLACES) + " more";
    }
}
