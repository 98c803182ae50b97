package io.belay.adapter.net.redis;

import io.belay.adapter.net.tcp.TestingProgram;
import io.belay.adapter.net.tcp.TestingServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import redis.embedded.core.ExecutableProvider;

/** A real Redis on a free port of 127.0.0.1: the embedded one, else this machine's. */
final class RunningRedis implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("[Rr]eady to accept connections");
    private static final Optional<Path> EMBEDDED = embedded();

    private final TestingProgram program;
    private final int port;

    private RunningRedis(TestingProgram program, int port) {
        this.program = program;
        this.port = port;
    }

    static RunningRedis plain(String... arguments) {
        var port = TestingServer.closedPort();
        return start(port, Stream.concat(Stream.of("--port", String.valueOf(port)), Stream.of(arguments)));
    }

    static RunningRedis secured(Path certificate, Path key) {
        var port = TestingServer.closedPort();
        return start(
                port,
                Stream.of(
                        "--port", "0",
                        "--tls-port", String.valueOf(port),
                        "--tls-cert-file", certificate.toString(),
                        "--tls-key-file", key.toString(),
                        "--tls-ca-cert-file", certificate.toString(),
                        "--tls-auth-clients", "no"));
    }

    long port() {
        return port;
    }

    private static RunningRedis start(int port, Stream<String> own) {
        var arguments = Stream.concat(Stream.of("--bind", "127.0.0.1", "--save", "", "--dir", "/tmp"), own)
                .toList();
        var failures = new ArrayList<String>();
        for (var program : Stream.of(EMBEDDED, TestingProgram.find("redis-server"))
                .flatMap(Optional::stream)
                .toList()) {
            try {
                return new RunningRedis(TestingProgram.start(program, READY, arguments), port);
            } catch (IOException failed) {
                failures.add(String.valueOf(failed.getMessage()));
            }
        }
        return Assumptions.abort("no Redis runs here; install the package redis-server: " + failures);
    }

    private static Optional<Path> embedded() {
        try {
            return Optional.of(ExecutableProvider.newJarResourceProvider().get().toPath());
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
