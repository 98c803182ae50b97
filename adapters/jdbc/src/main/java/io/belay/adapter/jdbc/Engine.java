package io.belay.adapter.jdbc;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** A kind of database: its driver, and how its words are put. Stateless. */
sealed interface Engine permits Postgres, Mysql {
    /** What the system file calls it. */
    String name();

    /** What a JDBC URL of it may begin with, {@code jdbc:} and all. */
    String urlLike();

    /** What its driver takes. */
    String scheme();

    int port();

    /** A driver that keeps nothing between connections. */
    Driver driver();

    /**
     * The driver's settings that {@code belay} decides, whatever a URL says.
     *
     * @param tls how the connection is secured; empty for what the URL says or the driver does by itself
     */
    Properties properties(Optional<Tls> tls, Optional<String> authorities);

    /** Lets the driver give up connecting, and then any answer, after {@code within}. */
    void timeOut(Properties properties, Duration within);

    /**
     * Opens a connection. It is secured where the server offers that, unless {@code properties} say how.
     *
     * @throws SQLException where it is refused; in the driver's words, not fit to show
     */
    default Connection connect(String url, Properties properties, Duration within) throws SQLException {
        timeOut(properties, within);
        return opened(url, properties);
    }

    /** Opens a connection in the one way that {@code properties} say. */
    default Connection opened(String url, Properties properties) throws SQLException {
        var connection = driver().connect(url, properties);
        if (connection == null) {
            throw new IllegalStateException("the driver knows no " + scheme());
        }
        return connection;
    }

    /** What lets the server itself give up a statement after {@code milliseconds}; {@code version} is the server's. */
    String giveUpAfter(long milliseconds, String version);

    /** Opens a transaction that cannot write; empty where the driver does it by itself. */
    Optional<String> beginReadOnly();

    /** Opens a transaction that cannot write and sees one moment, as far as the engine can. */
    List<String> beginOneMoment();

    /** Asks for yes where the server only follows another. */
    String isReplica();

    /** Asks for the number of open connections, in the last column, and for the most that there may be. */
    String connectionsOpen();

    String connectionsMost();

    /** Whether the server gave a statement up because its time was over, by the error's state and code. */
    boolean gaveUp(String state, int code);
}
