package io.belay.demo.harbor;

import io.belay.demo.server.Certificate;
import io.belay.demo.server.Folder;
import io.belay.demo.server.PostgresServer;
import io.belay.demo.server.RedisServer;
import io.belay.demo.server.Secrets;
import io.belay.demo.server.ServerException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A shipping-orders service with its own PostgreSQL, a small cloud that says which release of it serves and, where the machine
 * can run one, its own Redis, all on the loopback address. Closing it stops everything and leaves no file.
 */
public final class Harbor implements AutoCloseable {

    static final String USER = "demo";

    private final Closing closing;
    private final Moored moored;
    private final String password;
    private final Path folder;

    /**
     * What a running harbor consists of.
     *
     * @param doors where it answers
     * @param tracking where it tells of the ship
     * @param certificate what it presents
     * @param postgres its database server
     * @param readerPassword the password of the role that may only look
     * @param redis its cache, where there is one
     * @param cloud where it is deployed
     */
    record Moored(
            Doors doors,
            Tracking tracking,
            Certificate certificate,
            PostgresServer postgres,
            String readerPassword,
            Optional<RedisServer> redis,
            HarborCloud cloud) {}

    private Harbor(Closing closing, Moored moored, String password, Path folder) {
        this.closing = closing;
        this.moored = moored;
        this.password = password;
        this.folder = folder;
    }

    /**
     * Starts one; it answers when this returns.
     *
     * @throws ServerException where it cannot be started; nothing is left running and no file is left
     * @throws InterruptedException when called off, with nothing left either
     */
    public static Harbor start(HarborOptions options, Progress progress) throws InterruptedException {
        var closing = new Closing();
        var password = Secrets.make();
        try {
            var folder = closing.add(Folder.temporary("harbor-"));
            var cloud = closing.add(HarborCloud.start());
            var moored = new Launch(options, progress, closing, folder.path(), password, cloud).run();
            return new Harbor(closing, moored, password, folder.path());
        } catch (ServerException | InterruptedException failure) {
            closing.closeAfter(failure);
            throw failure;
        }
    }

    /** Where its front page is. */
    public String url() {
        return "http://127.0.0.1:" + moored.doors().port();
    }

    /** Where its files are, and anybody's may be that shall go when it goes. */
    public Path folder() {
        return folder;
    }

    /** Whether it has a Redis. */
    public boolean hasRedis() {
        return moored.redis().isPresent();
    }

    /** Where it is deployed. */
    public HarborCloud cloud() {
        return moored.cloud();
    }

    /** What its system file names by {@code ${env:...}} and {@code ${public-env:...}}, passwords included. */
    public Map<String, String> environment() {
        var doors = moored.doors();
        var names = new TreeMap<>(cloud().environment());
        names.put("HARBOR_URL", url());
        names.put("HARBOR_SECURE_URL", "https://127.0.0.1:" + doors.securePort());
        names.put("HARBOR_TRACKING_URL", "ws://127.0.0.1:" + moored.tracking().port() + "/ws/tracking");
        names.put("HARBOR_HOST", "127.0.0.1");
        names.put("HARBOR_TLS_PORT", "" + doors.securePort());
        names.put("HARBOR_CA", moored.certificate().authority());
        names.put("HARBOR_CA_FILE", moored.certificate().file().toString());
        names.put("HARBOR_USER", USER);
        names.put("HARBOR_PASSWORD", password);
        names.put("HARBOR_DATABASE_PORT", "" + moored.postgres().port());
        names.put("HARBOR_DATABASE_PASSWORD", moored.readerPassword());
        names.put("HARBOR_MIGRATIONS", folder.resolve(Launch.MIGRATIONS).toString());
        moored.redis().ifPresent(redis -> {
            names.put("HARBOR_REDIS_PORT", "" + redis.port());
            names.put("HARBOR_REDIS_PASSWORD", redis.password());
        });
        return names;
    }

    /**
     * Stops everything and deletes its files; does nothing the second time.
     *
     * @throws ServerException where something could not be stopped
     */
    @Override
    public void close() {
        closing.close();
    }
}
