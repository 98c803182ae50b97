package io.belay.demo.harbor;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.belay.demo.server.PostgresServer;
import io.belay.demo.server.Secrets;
import io.belay.demo.server.ServerException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;

/**
 * Harbor's database in a PostgreSQL that has just started: one role that owns it, one that may only look.
 *
 * @param pool connections as the owner
 * @param readerPassword the password of {@link #READER}
 */
record Database(HikariDataSource pool, String readerPassword) implements AutoCloseable {

    static final String NAME = "harbor";
    static final String OWNER = "harbor";
    static final String READER = "belay";

    private static final long CONNECT_MILLIS = 1_000;
    private static final int CONNECTIONS = 8;

    /** Makes roles, database and, of the scripts in {@code migrations}, the schema. */
    static Database create(PostgresServer server, Path migrations, HarborOptions options)
            throws SQLException, IOException {
        var owner = Secrets.make();
        var reader = Secrets.make();
        try (var connection = connect(server, "postgres", PostgresServer.SUPERUSER, server.password());
                var statement = connection.createStatement()) {
            // No role or database takes a parameter in its name; these are ours and hold no quote.
            statement.execute("CREATE ROLE " + OWNER + " LOGIN PASSWORD '" + owner + "'");
            statement.execute("CREATE ROLE " + READER + " LOGIN PASSWORD '" + reader + "'");
            statement.execute("CREATE DATABASE " + NAME + " OWNER " + OWNER);
        }
        try (var connection = connect(server, NAME, OWNER, owner)) {
            Migrations.apply(connection, migrations, options);
        }
        return new Database(pool(server, owner), reader);
    }

    DataSource source() {
        return pool;
    }

    boolean answers() {
        try (var connection = pool.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException _) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private static Connection connect(PostgresServer server, String database, String user, String password)
            throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "20");
        return DriverManager.getConnection(server.url(database), properties);
    }

    private static HikariDataSource pool(PostgresServer server, String password) {
        var settings = new HikariConfig();
        settings.setPoolName(NAME);
        settings.setJdbcUrl(server.url(NAME));
        settings.setUsername(OWNER);
        settings.setPassword(password);
        settings.setMaximumPoolSize(CONNECTIONS);
        settings.setMinimumIdle(2);
        settings.setConnectionTimeout(CONNECT_MILLIS);
        settings.setValidationTimeout(CONNECT_MILLIS);
        settings.addDataSourceProperty("socketTimeout", "5");
        try {
            return new HikariDataSource(settings);
        } catch (RuntimeException cause) {
            throw new ServerException("harbor cannot reach its database: " + cause.getMessage(), cause);
        }
    }
}
