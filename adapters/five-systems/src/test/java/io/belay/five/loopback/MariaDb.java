package io.belay.five.loopback;

import io.belay.core.testkit.Programs;
import io.belay.demo.server.Daemons;
import io.belay.demo.server.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** A MariaDB of this machine, at a free port of the loopback address, whose {@value #KEEPER} may do everything. */
public final class MariaDb implements AutoCloseable {
    private static final String KEEPER = "keeper";
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String USER = "--user=" + System.getProperty("user.name");

    private final int port = FreePort.find();
    private final Daemons daemons;
    private final String password;

    /** Starts one whose files are in {@code folder}; aborts the test where MariaDB is not installed. */
    public MariaDb(Path folder, String password) throws IOException, InterruptedException {
        this.password = password;
        daemons = new Daemons(folder);
        var server = Programs.path("mariadbd", "mariadb-server");
        var install = Programs.path("mariadb-install-db", "mariadb-server");
        var data = "--datadir=" + folder.resolve("data");
        daemons.run(PATIENCE, install, "--no-defaults", USER, "--skip-test-db", data);
        var first = Files.writeString(
                folder.resolve("first.sql"),
                "create user " + KEEPER + "@'%' identified by '" + password + "';\ngrant all on *.* to " + KEEPER
                        + "@'%' with grant option;\n");
        daemons.start(
                server,
                "--no-defaults",
                USER,
                data,
                "--socket=" + folder.resolve("socket"),
                "--pid-file=" + folder.resolve("pid"),
                "--bind-address=127.0.0.1",
                "--skip-networking=0",
                "--port=" + port,
                "--init-file=" + first);
        await(daemons.log(server));
    }

    private void await(Path log) throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (daemons.alive() && System.nanoTime() < end) {
            if (Files.readString(log).contains("ready for connections")) {
                return;
            }
            Thread.sleep(100);
        }
        close();
        throw new IOException("MariaDB did not come up: " + Files.readString(log));
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** Opens a database as its keeper. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/" + database, KEEPER, password);
    }

    /** Runs each statement of {@code script}. */
    public void run(String database, String script) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            for (var sql : script.split(";\\s*\\n", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    @Override
    public void close() {
        daemons.close();
    }
}
