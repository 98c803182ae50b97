package io.belay.five.uvis;

import io.belay.demo.server.Certificate;
import io.belay.demo.server.Folder;
import io.belay.demo.server.PostgresServer;
import io.belay.demo.server.RedisServer;
import io.belay.demo.server.ServerException;
import io.belay.five.aws.Resource;
import io.belay.five.loopback.Watchtower;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Assumptions;

/** The programs that UVIS needs, started once for all of its tests. */
record UvisServers(
        Folder folder, Certificate certificate, PostgresServer postgres, RedisServer redis, Watchtower watchtower)
        implements AutoCloseable {
    static final String DATABASE = "coldchain_prod";

    private static final Path SHELF = Path.of(System.getProperty("user.home"), ".cache", "belay");
    private static final int DAYS_VALID = 90;

    /** Starts them all, or none. */
    static UvisServers start() throws IOException, InterruptedException, SQLException {
        Watchtower.needed();
        var opened = new ArrayDeque<AutoCloseable>();
        try {
            var folder = opened(opened, Folder.temporary("uvis-"));
            var servers = new UvisServers(
                    folder,
                    Certificate.make(room(folder, "certificate"), DAYS_VALID),
                    opened(opened, PostgresServer.start(room(folder, "postgres"), SHELF)),
                    opened(opened, redis(room(folder, "redis"))),
                    opened(opened, new Watchtower(room(folder, "watchtower"))));
            servers.administrator("postgres").run("CREATE ROLE belay LOGIN PASSWORD 'looks-only'");
            return servers;
        } catch (IOException | InterruptedException | SQLException | RuntimeException failed) {
            close(opened, failed);
            throw failed;
        }
    }

    private static <T extends AutoCloseable> T opened(Deque<AutoCloseable> all, T one) {
        all.push(one);
        return one;
    }

    private static void close(Deque<AutoCloseable> opened, Exception failed) {
        for (var each : opened) {
            try {
                each.close();
            } catch (Exception notClosed) {
                failed.addSuppressed(notClosed);
            }
        }
    }

    private static RedisServer redis(Path room) throws InterruptedException {
        try {
            return RedisServer.start(room);
        } catch (ServerException none) {
            return Assumptions.abort(String.valueOf(none.getMessage()));
        }
    }

    private static Path room(Folder folder, String name) throws IOException {
        return Files.createDirectory(folder.path().resolve(name));
    }

    /** The database as it is after release 1. */
    FleetStore database() throws SQLException {
        administrator("postgres").run("DROP DATABASE IF EXISTS " + DATABASE + " WITH (FORCE)");
        administrator("postgres").run("CREATE DATABASE " + DATABASE);
        var store = administrator(DATABASE);
        store.run(Resource.text("uvis", "fleet.sql"));
        return store;
    }

    private FleetStore administrator(String database) {
        return new FleetStore(postgres.url(database), PostgresServer.SUPERUSER, postgres.password());
    }

    @Override
    public void close() {
        watchtower.close();
        redis.close();
        postgres.close();
        folder.close();
    }
}
