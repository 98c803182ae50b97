package io.belay.adapter.jdbc;

import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * One MariaDB of this machine for all tests; it goes with the last of them. Or the MySQL or MariaDB that {@code BELAY_MYSQL_PORT} names,
 * on 127.0.0.1, with a {@code root} without a password who may do everything: it is left as it is found, but for the databases and
 * users of the tests.
 */
public final class RunningMariadb {
    /** Of everybody here. */
    public static final String PASSWORD = "canary-of-mariadb";

    /** Names the port of a server that runs already. */
    private static final String ANOTHER = "BELAY_MYSQL_PORT";

    private static final String OWNER =
            "create user owner@'%' identified by 'PASSWORD';\ngrant all on *.* to owner@'%' with grant option;\n"
                    .replace("PASSWORD", PASSWORD);

    private static final List<String> SCHEMA = List.of(
            "set global log_bin_trust_function_creators = 1",
            "drop database if exists harbor",
            "create database harbor",
            "create table harbor.orders (id integer primary key, ref varchar(20))",
            "insert into harbor.orders values (1, 'one'), (2, 'two'), (3, 'three')",
            "create table harbor.ticks (at timestamp)",
            "create function harbor.tick() returns integer modifies sql data begin insert into harbor.ticks values (now()); return 1; end",
            "drop user if exists watch@'%'",
            "create user watch@'%' identified by '" + PASSWORD + "'",
            "grant select, insert, create, execute on harbor.* to watch@'%'");

    private RunningMariadb() {}

    /** Where it listens; {@code owner} may do everything, with {@link #PASSWORD}. */
    public static int port() {
        return Holder.PORT;
    }

    static String authority() {
        if (another().isPresent()) {
            Assumptions.abort("the server that " + ANOTHER + " names has a certificate of its own");
        }
        return Holder.certificate.orElseThrow().pem();
    }

    private static Optional<Integer> another() {
        return Optional.ofNullable(System.getenv(ANOTHER)).map(Integer::valueOf);
    }

    /** Whether it is MariaDB; its relative else. */
    public static boolean mariadb() {
        return Holder.VERSION.contains("MariaDB");
    }

    /** Gives the test up where the server is MySQL. */
    public static void mariadbNeeded(String why) {
        if (!mariadb()) {
            Assumptions.abort("MariaDB alone: " + why);
        }
    }

    /** Gives the test up where this machine has no MariaDB. */
    public static void needed() {
        if (another().isPresent()) {
            return;
        }
        if (program("mariadbd").isEmpty() || program("mariadb-install-db").isEmpty()) {
            Assumptions.abort("mariadbd is not on the PATH: install the package mariadb-server");
        }
    }

    private static Optional<Path> program(String name) {
        return Stream.concat(
                        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":")), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static final class Holder {
        static final int PORT;
        static final String VERSION;

        private static final AtomicReference<Optional<Process>> SERVER = new AtomicReference<>(Optional.empty());
        private static Optional<TestingCertificate> certificate = Optional.empty();

        static {
            try {
                PORT = another().isPresent() ? another().get() : free();
                if (another().isEmpty()) {
                    var folder = PassingFolder.create("belay-mariadb", Holder::stop);
                    certificate = Optional.of(TestingCertificate.in(folder));
                    start(folder);
                } else {
                    run("root", "", "drop user if exists owner@'%'");
                    run("root", "", OWNER.split(";\n"));
                }
                run("owner", PASSWORD, SCHEMA.toArray(String[]::new));
                VERSION = version();
                Files.writeString(Files.createDirectories(Path.of("target")).resolve("mysql-server"), VERSION + '\n');
            } catch (IOException | SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        private static int free() throws IOException {
            try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            }
        }

        private static Connection connect(String user, String password) throws SQLException {
            return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + PORT + "/?sslMode=trust", user, password);
        }

        private static void run(String user, String password, String... statements) throws SQLException {
            try (var connection = connect(user, password);
                    var statement = connection.createStatement()) {
                for (var sql : statements) {
                    statement.execute(sql);
                }
            }
        }

        private static String version() throws SQLException {
            try (var connection = connect("owner", PASSWORD)) {
                var said = connection.getMetaData();
                return said.getDatabaseProductName() + " " + said.getDatabaseProductVersion();
            }
        }

        private static void start(Path folder) throws IOException {
            var data = "--datadir=" + folder.resolve("data");
            until("OK", started("mariadb-install-db", "--no-defaults", "--user=root", "--skip-test-db", data));
            var certified = certificate.orElseThrow();
            var owner = Files.writeString(folder.resolve("owner.sql"), OWNER);
            var server = started(
                    "mariadbd",
                    "--no-defaults",
                    "--user=root",
                    data,
                    "--socket=" + folder.resolve("socket"),
                    "--pid-file=" + folder.resolve("pid"),
                    "--bind-address=127.0.0.1",
                    "--skip-networking=0",
                    "--port=" + PORT,
                    "--max-connections=40",
                    "--innodb-flush-log-at-trx-commit=0",
                    "--ssl-cert=" + certified.certificate(),
                    "--ssl-key=" + certified.key(),
                    "--init-file=" + owner);
            SERVER.set(Optional.of(server));
            until("ready for connections", server);
        }

        private static void stop() {
            SERVER.get()
                    .ifPresent(server -> server.destroyForcibly()
                            .onExit()
                            .orTimeout(10, TimeUnit.SECONDS)
                            .join());
        }

        private static Process started(String program, String... arguments) throws IOException {
            var command = new ArrayList<>(List.of(program(program).orElseThrow().toString()));
            command.addAll(List.of(arguments));
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        }

        private static void until(String word, Process process) throws IOException {
            var said = new StringBuilder();
            var output = process.inputReader();
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                said.append(line).append('\n');
                if (line.contains(word)) {
                    // A pipe that nobody empties would stop it.
                    Thread.ofVirtual().start(() -> {
                        try {
                            output.transferTo(Writer.nullWriter());
                        } catch (IOException _) {
                            // It has ended.
                        }
                    });
                    return;
                }
            }
            throw new IOException("ended before it was ready: " + said);
        }
    }
}
