package io.belay.adapter.aws;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Somebody else's AWS on loopback: the one that {@code BELAY_AWS_ENDPOINT} names, else a {@code moto_server} from the PATH. Its
 * consent proves nothing of AWS; its dissent is worth a look.
 */
record Emulator(URI endpoint, Optional<Process> process) implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    static Emulator start() {
        var named = Optional.ofNullable(System.getenv(AwsPlace.ENDPOINT));
        if (named.isPresent()) {
            return new Emulator(URI.create(named.get()), Optional.empty());
        }
        var moto = Stream.of(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "moto_server"))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(
                moto.isPresent(),
                "no second opinion on AWS: neither is BELAY_AWS_ENDPOINT set nor is moto_server there (pip install 'moto[server]')");
        try {
            return started(moto.orElseThrow());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Emulator started(Path moto) throws IOException {
        var port = freePort();
        var process = new ProcessBuilder(moto.toString(), "-H", "127.0.0.1", "-p", String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        var begun = System.nanoTime();
        while (!answers(port)) {
            if (!process.isAlive() || System.nanoTime() - begun > PATIENCE) {
                process.destroyForcibly();
                throw new IOException("moto_server did not start");
            }
        }
        return new Emulator(URI.create("http://127.0.0.1:" + port), Optional.of(process));
    }

    private static boolean answers(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException _) {
            Thread.onSpinWait();
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.ifPresent(Process::destroyForcibly);
    }
}
