package io.belay.adapter.jdbc.migration;

import io.belay.adapter.jdbc.Dialect;
import io.belay.core.migration.DatabaseReading.Server;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The server that answers.
 *
 * @param now by its own clock
 */
record Answering(Server server, Instant now) {
    private static final String POSTGRES = "select pg_catalog.current_setting('server_version'), '',"
            + " pg_catalog.pg_is_in_recovery(), extract(epoch from pg_catalog.clock_timestamp())";

    /** A replica by its setting: who may see the state of replication is another matter. */
    private static final String MYSQL =
            "select version(), @@version_comment, @@global.read_only, unix_timestamp(now(6))";

    private static final Pattern NUMBERS = Pattern.compile("\\d+(?:\\.\\d+)*");

    static Answering of(Connection connection, Dialect dialect) throws SQLException {
        var sql = switch (dialect) {
            case POSTGRES -> POSTGRES;
            case MYSQL -> MYSQL;
        };
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            var said = row.getString(1);
            return new Answering(
                    new Server(product(dialect, said, row.getString(2)), comparable(said), row.getBoolean(3)),
                    instant(row.getBigDecimal(4)));
        }
    }

    static Instant instant(BigDecimal seconds) {
        return Instant.EPOCH.plusNanos(seconds.movePointRight(6).toBigInteger().longValueExact() * 1_000L);
    }

    static String product(Dialect dialect, String version, String comment) {
        if (dialect == Dialect.POSTGRES) {
            return "PostgreSQL";
        }
        return (version + comment).toLowerCase(Locale.ROOT).contains("mariadb") ? "MariaDB" : "MySQL";
    }

    /**
     * {@code said} as far as it can be compared. MariaDB may put a number before its own, for replicas that know of no
     * version above 5 (mariadb.com/kb/en/version): {@code 5.5.5-10.11.6-MariaDB}.
     */
    static String comparable(String said) {
        var own = said.replaceFirst("^5\\.5\\.5-(?=\\d+\\.\\d)", "");
        var numbers = NUMBERS.matcher(own);
        return numbers.find() ? numbers.group() : own;
    }
}
