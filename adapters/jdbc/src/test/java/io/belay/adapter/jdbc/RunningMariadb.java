package io.belay.adapter.jdbc;

import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** One MariaDB of this machine for all tests; it goes with the JVM. */
public final class RunningMariadb {
    /** Of everybody here. */
    public static final String PASSWORD = "canary-of-mariadb";

    private static final String SCHEMA = """
            create database harbor;
            create table harbor.orders (id integer primary key, ref varchar(20));
            insert into harbor.orders values (1, 'one'), (2, 'two'), (3, 'three');
            create sequence harbor.tick;
            create user watch@'%' identified by 'PASSWORD';
            create user owner@'%' identified by 'PASSWORD';
            grant all on *.* to owner@'%' with grant option;
            grant select, insert, create on harbor.* to watch@'%';
            """.replace("PASSWORD", PASSWORD);

    private RunningMariadb() {}

    /** Where it listens; {@code owner} may do everything, with {@link #PASSWORD}. */
    public static int port() {
        return Holder.PORT;
    }

    static String authority() {
        return Holder.CERTIFICATE.pem();
    }

    /** Gives the test up where this machine has no MariaDB. */
    public static void needed() {
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
        static final TestingCertificate CERTIFICATE;
        static final int PORT;

        private static final AtomicReference<Optional<Process>> SERVER = new AtomicReference<>(Optional.empty());

        static {
            try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                PORT = free.getLocalPort();
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
            try {
                var folder = PassingFolder.create("belay-mariadb", Holder::stop);
                CERTIFICATE = TestingCertificate.in(folder);
                start(folder);
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
        }

        private static void start(Path folder) throws IOException {
            var data = "--datadir=" + folder.resolve("data");
            until("OK", run("mariadb-install-db", "--no-defaults", "--user=root", "--skip-test-db", data));
            var schema = Files.writeString(folder.resolve("schema.sql"), SCHEMA);
            var server = run(
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
                    "--ssl-cert=" + CERTIFICATE.certificate(),
                    "--ssl-key=" + CERTIFICATE.key(),
                    "--init-file=" + schema);
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

        private static Process run(String program, String... arguments) throws IOException {
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
