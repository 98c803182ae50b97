package io.belay.demo.harbor;

import io.belay.demo.harbor.Progress.State;
import io.belay.demo.server.Certificate;
import io.belay.demo.server.PostgresServer;
import io.belay.demo.server.RedisServer;
import io.belay.demo.server.Secrets;
import io.belay.demo.server.ServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One start of harbor: the ports are taken, then database, Redis and certificate are made side by side, then the service
 * opens. All that was opened by a start that fails is in {@code closing}.
 */
record Launch(
        HarborOptions options, Progress progress, Closing closing, Path folder, String password, HarborCloud cloud) {

    /** The room of the scripts that harbor ships. */
    static final String MIGRATIONS = "migrations";

    private static final int DAYS_VALID = 90;
    private static final int DAYS_TO_TOMORROW = 1;

    private record Stored(PostgresServer server, Database database) {}

    Harbor.Moored run() throws InterruptedException {
        var doors = closing.add(Doors.take(options.port()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                var stored = threads.submit(() -> reported(Part.DATABASE, this::database));
                var redis = threads.submit(() -> reported(Part.REDIS, this::redis));
                var certificate = threads.submit(() -> reported(Part.CERTIFICATE, this::certificate));
                return open(doors, result(certificate), result(redis), result(stored));
            } finally {
                // Of use only where one has failed: the others are called off, and waited for.
                threads.shutdownNow();
            }
        }
    }

    private Harbor.Moored open(Doors doors, Certificate certificate, Optional<RedisServer> redis, Stored stored) {
        progress.reached(Part.API, State.STARTING, "");
        var source = stored.database().source();
        var tokens = new Tokens(InstantSource.system());
        var traffic = new Traffic();
        var cache = redis.map(server -> closing.add(OrderCache.of(server))).orElse(OrderCache.NONE);
        var logins = new LoginDesk(new Users(source), tokens);
        var routes = new ArrayList<Route>();
        routes.addAll(logins.routes());
        routes.addAll(new OrderDesk(new Orders(source), cache, logins, cloud::serving).routes());
        routes.addAll(
                new StatusDesk(stored.database(), cache, traffic, cloud::serving, InstantSource.system()).routes());
        var tracking = closing.add(Tracking.open(tokens));
        doors.open(
                new Api(routes, traffic),
                certificate.context(),
                options.breaks(Breakage.SLOW) ? List.of(new Doors.Delay()) : List.of());
        progress.reached(Part.API, State.UP, "");
        var moored = new Harbor.Moored(
                doors, tracking, certificate, stored.server(), stored.database().readerPassword(), redis, cloud);
        options.breakage().ifPresent(part -> stop(part, moored));
        return moored;
    }

    /** Stops what is to be found stopped; the other breakages are built in. */
    private static void stop(Breakage part, Harbor.Moored moored) {
        switch (part) {
            case API -> moored.doors().close();
            case DATABASE -> moored.postgres().close();
            case REDIS ->
                moored.redis()
                        .orElseThrow(() -> new ServerException("there is no Redis on this machine to be broken"))
                        .close();
            case ORDERS, MIGRATION, LOGIN, SLOW, CERTIFICATE -> {}
        }
    }

    private Stored database() throws InterruptedException, SQLException, IOException {
        var server = closing.add(PostgresServer.start(room("database"), options.shelf()));
        var migrations = room(MIGRATIONS);
        Migrations.unpack(migrations);
        var database = closing.add(Database.create(server, migrations, options));
        var users = new Users(database.source());
        users.put(Harbor.USER, password);
        if (options.breaks(Breakage.LOGIN)) {
            users.put(Harbor.USER, Secrets.make());
        }
        return new Stored(server, database);
    }

    private Optional<RedisServer> redis() throws InterruptedException, IOException {
        try {
            return Optional.of(closing.add(RedisServer.start(room("redis"))));
        } catch (ServerException absence) {
            progress.reached(Part.REDIS, State.ABSENT, String.valueOf(absence.getMessage()));
            return Optional.empty();
        }
    }

    private Certificate certificate() throws InterruptedException, IOException {
        return Certificate.make(
                room("certificate"), options.breaks(Breakage.CERTIFICATE) ? DAYS_TO_TOMORROW : DAYS_VALID);
    }

    private Path room(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    private <T> T reported(Part part, Callable<T> work) throws Exception {
        progress.reached(part, State.STARTING, "");
        try {
            var result = work.call();
            if (!result.equals(Optional.empty())) {
                progress.reached(part, State.UP, "");
            }
            return result;
        } catch (ServerException | SQLException | IOException failure) {
            progress.reached(part, State.FAILED, String.valueOf(failure.getMessage()));
            throw failure;
        }
    }

    private static <T> T result(Future<T> part) throws InterruptedException {
        try {
            return part.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof ServerException cause) {
                throw cause;
            }
            throw new ServerException("harbor cannot be started: " + failure.getCause(), failure);
        }
    }
}
