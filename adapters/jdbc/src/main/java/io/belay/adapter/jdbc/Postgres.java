package io.belay.adapter.jdbc;

import java.sql.Driver;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** PostgreSQL, through pgjdbc. */
record Postgres() implements Engine {
    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public String urlLike() {
        return "jdbc:postgresql:";
    }

    @Override
    public String scheme() {
        return "jdbc:postgresql:";
    }

    @Override
    public int port() {
        return 5_432;
    }

    @Override
    public Driver driver() {
        return new org.postgresql.Driver();
    }

    @Override
    public Properties properties(Optional<Tls> tls, Optional<String> authorities) {
        var properties = new Properties();
        properties.setProperty("ApplicationName", "belay");
        properties.setProperty("readOnlyMode", "always");
        // A parameter takes the type that the query needs: 5 fits an integer as well as a text.
        properties.setProperty("stringtype", "unspecified");
        properties.setProperty("maxResultBuffer", "32M");
        // A row's values in an error's detail are not the probe's to show.
        properties.setProperty("logServerErrorDetail", "false");
        // Zero keeps the driver from connecting in a thread of its own, which no interrupt would reach.
        properties.setProperty("loginTimeout", "0");
        tls.ifPresent(how -> secure(properties, how, authorities));
        return properties;
    }

    /** In whole seconds, rounded up: zero would be for ever. */
    @Override
    public void timeOut(Properties properties, Duration within) {
        var seconds = String.valueOf(within.toSeconds() + 1);
        properties.setProperty("connectTimeout", seconds);
        properties.setProperty("socketTimeout", seconds);
    }

    private static void secure(Properties properties, Tls how, Optional<String> authorities) {
        switch (how) {
            case OFF -> properties.setProperty("sslmode", "disable");
            case REQUIRE -> {
                properties.setProperty("sslmode", "require");
                properties.setProperty("sslfactory", "org.postgresql.ssl.NonValidatingFactory");
            }
            case VERIFY -> {
                properties.setProperty("sslmode", "verify-full");
                properties.setProperty("sslfactory", TrustingFactory.class.getName());
                properties.setProperty("sslfactoryarg", authorities.orElse(""));
            }
        }
    }

    @Override
    public String giveUpAfter(long milliseconds, String version) {
        return "set local statement_timeout = " + milliseconds;
    }

    @Override
    public Optional<String> beginReadOnly() {
        return Optional.empty();
    }

    /** The driver begins; the first query after this takes the moment. */
    @Override
    public List<String> beginOneMoment() {
        return List.of("set transaction isolation level repeatable read, read only");
    }

    @Override
    public String isReplica() {
        return "select pg_is_in_recovery()";
    }

    /** Of all databases; pg_stat_database may be read by anybody (postgresql.org/docs/current/monitoring-stats.html). */
    @Override
    public String connectionsOpen() {
        return "select sum(numbackends) from pg_stat_database";
    }

    @Override
    public String connectionsMost() {
        return "show max_connections";
    }

    @Override
    public boolean gaveUp(String state, int code) {
        return state.equals("57014");
    }
}
