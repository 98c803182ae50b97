package io.belay.demo.server;

import java.io.IOException;
import java.nio.file.Path;
import redis.embedded.core.ExecutableProvider;

/** A Redis that listens at a free port of the loopback address, forgets its oldest keys and writes no file. */
public final class RedisServer implements AutoCloseable {

    private final redis.embedded.RedisServer server;
    private final int port;
    private final String password;

    private RedisServer(redis.embedded.RedisServer server, int port, String password) {
        this.server = server;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts one; it answers when this returns.
     *
     * @param folder an empty folder that the caller deletes
     * @throws ServerException where none is carried for this machine, or what is carried does not run here (it wants
     *     OpenSSL's library)
     * @throws InterruptedException when called off
     */
    public static RedisServer start(Path folder) throws InterruptedException {
        var port = FreePort.find();
        var password = Secrets.make();
        try {
            var server = redis.embedded.RedisServer.newRedisServer()
                    .executableProvider(ExecutableProvider.newJarResourceProvider(folder.toFile()))
                    .port(port)
                    .setting("requirepass " + password)
                    .setting("maxmemory 64mb")
                    .setting("maxmemory-policy allkeys-lru")
                    .setting("save \"\"")
                    // Somebody has to read what it prints, or it stops when the pipe is full.
                    .soutListener(_ -> {})
                    .serrListener(_ -> {})
                    .build();
            JustWritten.start(() -> {
                server.start();
                return server;
            });
            return new RedisServer(server, port, password);
        } catch (IOException | RuntimeException cause) {
            throw new ServerException("Redis does not run on this machine: " + JustWritten.reason(cause), cause);
        }
    }

    /** The port it listens at. */
    public int port() {
        return port;
    }

    /** What a client must say first. */
    public String password() {
        return password;
    }

    /** Stops it; does nothing where it has stopped. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (IOException cause) {
            throw new ServerException("Redis cannot be stopped: " + cause.getMessage(), cause);
        }
    }
}
