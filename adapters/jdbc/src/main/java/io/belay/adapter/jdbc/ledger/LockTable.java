package io.belay.adapter.jdbc.ledger;

import io.belay.adapter.jdbc.Dialect;
import io.belay.core.ledger.LedgerLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A lock that is a row of a table. It outlives its session: that is how it gets stuck. */
record LockTable(Place place, Layout.LockRule.Beside rule) {
    private static final int MOST_TEXT = 512;

    /** Liquibase writes its host's name, and its address in brackets. */
    private static final Pattern ADDRESS = Pattern.compile("\\(([0-9A-Fa-f.:]{2,45})(?:%[^)]*)?\\)");

    /** Whose address is hidden counts as somebody; the server's own workers have no user. */
    private static final String POSTGRES = """
            select count(*), count(*) filter (where host(client_addr) in (?, ?, ?))
              from pg_catalog.pg_stat_activity
             where datname = current_database() and pid <> pg_backend_pid() and usesysid is not null
            """;

    /** Only one's own sessions are listed, without the right PROCESS; how many there are is told to anybody. */
    private static final String MYSQL = """
            select (select variable_value - 1 from STATUS.global_status where variable_name = 'Threads_connected'),
                   (select count(*) from information_schema.processlist
                     where id <> connection_id()
                       and left(host, char_length(host) - locate(':', reverse(host))) in (?, ?, ?))
            """;

    /**
     * Liquibase lets the server write its own clock ({@code Database.getCurrentDateTimeFunction}), in the session's time zone and
     * into a column without one. MySQL's sessions have the server's zone if nobody says otherwise; pgjdbc gives PostgreSQL's
     * that of its own machine, which nobody writes down. No zone is further behind UTC than this one, so a lock counts as no
     * older than it surely is.
     */
    private static final Duration FURTHEST_WEST = Duration.ofHours(12);

    LedgerLock read(Connection connection) throws SQLException {
        var columns = Stream.concat(
                        Stream.of(rule.held()), Stream.concat(rule.since().stream(), rule.holder().stream()))
                .toList();
        if (columns.stream()
                .anyMatch(name ->
                        place.column(name).filter(Place.Column::readable).isEmpty())) {
            return new LedgerLock.Unseen("this user may not read " + place.shown());
        }
        var row = row(connection, columns);
        if (!row.flag(rule.held())) {
            return new LedgerLock.Free();
        }
        var holder = rule.holder().flatMap(row::text);
        return new LedgerLock.Held(
                since(row),
                holder,
                session(connection, holder),
                Optional.of("update " + place.quoted() + " set " + rule.release()));
    }

    private Optional<Instant> since(Row row) {
        var written = rule.since().flatMap(row::time);
        return switch (place.dialect()) {
            case POSTGRES -> written.map(local -> local.plus(FURTHEST_WEST));
            case MYSQL -> written;
        };
    }

    private String text(Place.Column column) {
        var text = place.dialect().asText(column.name(), MOST_TEXT);
        var time = rule.since().flatMap(place::column).filter(column::equals).isPresent();
        return time && place.dialect() == Dialect.MYSQL
                ? "cast(convert_tz(" + place.dialect().quoted(column.name())
                        + ", @@global.time_zone, '+00:00') as char)"
                : text;
    }

    /** The first row that is held, else none. */
    private Row row(Connection connection, List<String> columns) throws SQLException {
        var text = columns.stream()
                .flatMap(name -> place.column(name).stream())
                .map(this::text)
                .toList();
        try (var statement = connection.createStatement()) {
            statement.setMaxRows(100);
            statement.setEscapeProcessing(false);
            try (var rows = statement.executeQuery("select " + String.join(", ", text) + " from " + place.quoted())) {
                while (rows.next()) {
                    var values = new HashMap<String, String>();
                    for (int i = 0; i < columns.size(); i++) {
                        var value = rows.getString(i + 1);
                        if (value != null) {
                            values.put(columns.get(i), value);
                        }
                    }
                    var row = new Row(values);
                    if (row.flag(rule.held())) {
                        return row;
                    }
                }
            }
        }
        return new Row(Map.of());
    }

    private LedgerLock.Session session(Connection connection, Optional<String> holder) throws SQLException {
        var origins = holder.map(LockTable::origins).orElse(List.of("", "", ""));
        var sql = switch (place.dialect()) {
            case POSTGRES -> POSTGRES;
            case MYSQL ->
                MYSQL.replace(
                        "STATUS",
                        connection.getMetaData().getDatabaseProductVersion().contains("MariaDB")
                                ? "information_schema"
                                : "performance_schema");
        };
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < origins.size(); i++) {
                statement.setString(i + 1, origins.get(i));
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                if (rows.getLong(1) <= 0 && !rows.wasNull()) {
                    return LedgerLock.Session.GONE;
                }
                return rows.getLong(2) > 0 ? LedgerLock.Session.LIVES : LedgerLock.Session.UNKNOWN;
            }
        }
    }

    /** Its address, its name, and how a server calls itself: MySQL may know a session by any of them. */
    private static List<String> origins(String holder) {
        var found = ADDRESS.matcher(holder);
        var address = found.find() ? found.group(1) : "";
        var loopback = address.startsWith("127.") || address.equals("::1");
        return List.of(address, holder.replaceFirst("[ (#].*", ""), loopback ? "localhost" : address);
    }
}
