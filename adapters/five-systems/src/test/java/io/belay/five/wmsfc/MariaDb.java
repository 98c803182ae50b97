package io.belay.five.wmsfc;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.belay.core.testkit.Programs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** A MariaDB of this machine, at a free port of the loopback address, whose {@value #KEEPER} may do everything. */
final class MariaDb implements AutoCloseable {
    private static final String KEEPER = "keeper";
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String USER = "--user=" + System.getProperty("user.name");

    private final Path folder;
    private final int port = free();
    private final Process process;
    private final String password;

    /** Starts one whose files are in {@code folder}; aborts the test where MariaDB is not installed. */
    MariaDb(Path folder, String password) throws IOException, InterruptedException {
        this.folder = folder;
        this.password = password;
        var server = Programs.path("mariadbd", "mariadb-server");
        var install = Programs.path("mariadb-install-db", "mariadb-server");
        var data = "--datadir=" + folder.resolve("data");
        var installed = start(install.toString(), "--no-defaults", USER, "--skip-test-db", data);
        if (!installed.waitFor(PATIENCE.toSeconds(), SECONDS) || installed.exitValue() != 0) {
            installed.destroyForcibly();
            throw new IOException("MariaDB was not installed: " + log());
        }
        var first = Files.writeString(
                folder.resolve("first.sql"),
                "create user " + KEEPER + "@'%' identified by '" + password + "';\ngrant all on *.* to " + KEEPER
                        + "@'%' with grant option;\n");
        process = start(
                server.toString(),
                "--no-defaults",
                USER,
                data,
                "--socket=" + folder.resolve("socket"),
                "--pid-file=" + folder.resolve("pid"),
                "--bind-address=127.0.0.1",
                "--skip-networking=0",
                "--port=" + port,
                "--init-file=" + first);
        await();
    }

    private void await() throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            if (log().contains("ready for connections")) {
                return;
            }
            Thread.sleep(100);
        }
        close();
        throw new IOException("MariaDB did not come up: " + log());
    }

    int port() {
        return port;
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/" + database, KEEPER, password);
    }

    /** Runs each statement of {@code script}. */
    void run(String database, String script) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            for (var sql : script.split(";\\s*\\n", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    private Process start(String... command) throws IOException {
        return new ProcessBuilder(List.of(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("mariadb.log").toFile()))
                .start();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("mariadb.log"));
    }

    private static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
