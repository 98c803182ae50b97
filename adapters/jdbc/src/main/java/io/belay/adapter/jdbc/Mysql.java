package io.belay.adapter.jdbc;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/** MySQL and MariaDB, through MariaDB's driver, which speaks with both. */
record Mysql() implements Engine {
    private static final String MODE = "sslMode";

    /** By any of these a URL says how the connection is secured ({@code org.mariadb.jdbc.util.options.OptionAliases}). */
    private static final Set<String> SAYS_TLS = Set.of(MODE, "useSsl", "useSSL", "ssl-mode", "requireSSL");

    /** The driver's words: neither has a code of its own. */
    private static final String NO_TLS = "ssl not enabled in the server";

    private static final String NO_KEY = "RSA public key is not available";

    static {
        // It warns of every refused log-in, which is an observation here and no matter for a log.
        if (System.getProperty("mariadb.logging.disable") == null) {
            System.setProperty("mariadb.logging.disable", "true");
        }
    }

    @Override
    public String name() {
        return "mysql";
    }

    @Override
    public String urlLike() {
        return "jdbc:(?:mysql|mariadb):";
    }

    @Override
    public String scheme() {
        return "jdbc:mariadb:";
    }

    @Override
    public int port() {
        return 3_306;
    }

    @Override
    public Driver driver() {
        return new org.mariadb.jdbc.Driver();
    }

    @Override
    public Properties properties(Optional<Tls> tls, Optional<String> authorities) {
        var properties = new Properties();
        properties.setProperty("connectionAttributes", "program_name:belay");
        properties.setProperty("allowMultiQueries", "false");
        properties.setProperty("allowLocalInfile", "false");
        tls.ifPresent(how -> properties.setProperty(
                MODE,
                switch (how) {
                    case OFF -> "disable";
                    case REQUIRE -> "trust";
                    case VERIFY -> "verify-full";
                }));
        authorities.ifPresent(pem -> properties.setProperty("serverSslCert", pem));
        return properties;
    }

    @Override
    public void timeOut(Properties properties, Duration within) {
        var milliseconds = String.valueOf(within.toMillis() + 1);
        properties.setProperty("connectTimeout", milliseconds);
        properties.setProperty("socketTimeout", milliseconds);
    }

    /**
     * The driver by itself would not ask for TLS, and MySQL 8's own way to log in (caching_sha2_password) then sends no
     * password at first sight: the driver does not take a server's key on trust, and is not told to.
     */
    @Override
    public Connection connect(String url, Properties properties, Duration within) throws SQLException {
        try {
            return SAYS_TLS.stream().anyMatch(properties::containsKey)
                    ? Engine.super.connect(url, properties, within)
                    : preferring(url, properties, within);
        } catch (SQLException refused) {
            if (said(refused, NO_KEY)) {
                throw new SQLException(
                        "this user's password is sent encrypted alone: the server has to offer TLS, and tls must not be off",
                        refused.getSQLState(),
                        refused.getErrorCode(),
                        refused);
            }
            throw refused;
        }
    }

    private Connection preferring(String url, Properties properties, Duration within) throws SQLException {
        var begun = System.nanoTime();
        properties.setProperty(MODE, "trust");
        try {
            return Engine.super.connect(url, properties, within);
        } catch (SQLException refused) {
            var left = within.minusNanos(System.nanoTime() - begun);
            if (!said(refused, NO_TLS) || !left.isPositive()) {
                throw refused;
            }
            properties.setProperty(MODE, "disable");
            return Engine.super.connect(url, properties, left);
        }
    }

    private static boolean said(SQLException refused, String words) {
        return Stream.<Throwable>iterate(refused, Objects::nonNull, Throwable::getCause)
                .limit(8)
                .anyMatch(each -> String.valueOf(each.getMessage()).contains(words));
    }

    /** MariaDB counts seconds of any statement, MySQL milliseconds of a SELECT. */
    @Override
    public String giveUpAfter(long milliseconds, String version) {
        return version.toLowerCase(Locale.ROOT).contains("mariadb")
                ? "set session max_statement_time = " + BigDecimal.valueOf(milliseconds, 3)
                : "set session max_execution_time = " + milliseconds;
    }

    @Override
    public Optional<String> beginReadOnly() {
        return Optional.of("start transaction read only");
    }

    /** A moment of the rows alone: what tables are made of is always as it is now. */
    @Override
    public List<String> beginOneMoment() {
        return List.of(
                "set session transaction isolation level repeatable read",
                "start transaction with consistent snapshot, read only");
    }

    /** By its setting: who may see the state of replication is another matter. */
    @Override
    public String isReplica() {
        return "select @@global.read_only";
    }

    @Override
    public String connectionsOpen() {
        return "show global status where variable_name = 'Threads_connected'";
    }

    @Override
    public String connectionsMost() {
        return "select @@global.max_connections";
    }

    @Override
    public boolean gaveUp(String state, int code) {
        // MariaDB's ER_STATEMENT_TIMEOUT and MySQL's ER_QUERY_TIMEOUT.
        return code == 1_969 || code == 3_024;
    }
}
