package io.belay.demo.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The files of a PostgreSQL, and the programs that work on them.
 *
 * @param account who runs the programs
 * @param program where they are
 * @param home the folder of the files
 */
record PostgresCluster(Account account, PostgresProgram program, Path home) {

    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final Map<String, String> ENGLISH = Map.of("LC_ALL", "C", "LANG", "C", "TZ", "UTC");
    private static final int STATUS_LINE = 7;

    static PostgresCluster create(Account account, Path folder, Path shelf, int port, String password)
            throws InterruptedException {
        // Another user cannot look into our home folder.
        var program = PostgresProgram.in(account.isOther() || !isOurs(shelf) ? folder.resolve("programs") : shelf);
        var cluster = new PostgresCluster(account, program, folder.resolve("postgres"));
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            account.own(Files.createDirectory(cluster.home));
            cluster.initialise(password);
            Files.writeString(
                    cluster.data().resolve("postgresql.conf"), settings(port), UTF_8, StandardOpenOption.APPEND);
            return cluster;
        } catch (IOException cause) {
            throw new ServerException("PostgreSQL's folder cannot be made: " + cause.getMessage(), cause);
        }
    }

    private static boolean isOurs(Path shelf) {
        try {
            return Files.isWritable(Files.createDirectories(shelf));
        } catch (IOException _) {
            return false;
        }
    }

    Process serve() throws InterruptedException {
        return program("server.log", "postgres", "-D", data().toString()).start();
    }

    void stop() throws InterruptedException {
        program("pg_ctl.log", "pg_ctl", "stop", "-D", data().toString(), "-m", "fast", "-w", "-t", "5")
                .run(LIMIT);
    }

    /** Whether the server says so itself: pg_ctl, too, reads the eighth line of this file. */
    boolean isReady() {
        try {
            var lines = Files.readAllLines(data().resolve("postmaster.pid"));
            return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
        } catch (IOException _) {
            return false;
        }
    }

    String log() {
        return program("server.log", "postgres").printed();
    }

    private void initialise(String password) throws IOException, InterruptedException {
        var secret = Files.createFile(
                home.resolve("password"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        account.own(Files.writeString(secret, password));
        program(
                        "initdb.log",
                        "initdb",
                        "--pgdata=" + data(),
                        "--pwfile=" + secret,
                        "--username=" + PostgresServer.SUPERUSER,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--no-sync",
                        "--no-instructions")
                .run(LIMIT);
        Files.delete(secret);
    }

    /** What goes with the run needs no care for a power cut. */
    private static String settings(int port) {
        return """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                shared_preload_libraries = 'pg_stat_statements'
                max_connections = 60
                shared_buffers = '16MB'
                fsync = off
                synchronous_commit = off
                full_page_writes = off
                """.formatted(port);
    }

    private Program program(String log, String name, String... arguments) {
        var command = new ArrayList<String>();
        command.add(program.bin(name).toString());
        command.addAll(List.of(arguments));
        return new Program(account.with(command), ENGLISH, home.resolveSibling(log));
    }

    private Path data() {
        return home.resolve("data");
    }
}
