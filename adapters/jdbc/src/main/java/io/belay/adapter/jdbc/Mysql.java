package io.belay.adapter.jdbc;

import java.math.BigDecimal;
import java.sql.Driver;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** MySQL and MariaDB, through MariaDB's driver, which speaks with both. */
record Mysql() implements Engine {
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
                "sslMode",
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
