package io.belay.adapter.aliyun.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.Deadline;
import io.belay.core.PortException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server that says only what a test says. */
@Timeout(30)
class ExchangeTest {
    private static final String BODY = "body";

    private final ServerSocket server = listening();

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT"})
    void whoClosesAnUnansweredExchangeLeavesNoConnection(String method) throws Exception {
        var pending = Exchange.USUAL.begin(sent(method), soon());
        try (var accepted = server.accept()) {
            take(accepted.getInputStream());

            pending.close();

            assertThat(accepted.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void anAnswerThatComesDropByDropIsBoundAltogether() throws Exception {
        var exchange = new Exchange(Duration.ofSeconds(1), Duration.ofMillis(300));
        try (var pending = exchange.begin(sent("GET"), soon());
                var accepted = server.accept()) {
            take(accepted.getInputStream());
            Thread.ofVirtual().start(() -> drop(accepted));

            assertThatThrownBy(pending::await)
                    .isInstanceOf(PortException.class)
                    .hasMessageContaining("no answer in time");
        }
    }

    @Test
    void anAnswerThatBreaksOffIsNone() throws Exception {
        try (var pending = Exchange.USUAL.begin(sent("GET"), soon())) {
            try (var accepted = server.accept()) {
                take(accepted.getInputStream());
                write(accepted, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half");
            }

            assertThatThrownBy(pending::await)
                    .isInstanceOf(PortException.class)
                    .hasMessageStartingWith("unreachable: GET http://127.0.0.1");
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        try (var pending = Exchange.USUAL.begin(sent("PUT"), soon());
                var accepted = server.accept()) {
            take(accepted.getInputStream());
            write(accepted, "HTTP/1.1 307 Go\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n");

            assertThat(pending.await().status()).isEqualTo(307);
        }
    }

    @Test
    void anUnauthorizedWriteKeepsItsStatus() throws Exception {
        try (var pending = Exchange.USUAL.begin(sent("PUT"), soon());
                var accepted = server.accept()) {
            take(accepted.getInputStream());
            write(accepted, "HTTP/1.1 401 No\r\nWWW-Authenticate: x\r\nContent-Length: 0\r\n\r\n");

            assertThat(pending.await().status()).isEqualTo(401);
        }
    }

    @Test
    void aBodyWithoutEndIsRefused() throws Exception {
        try (var pending = Exchange.USUAL.begin(sent("GET"), soon());
                var accepted = server.accept()) {
            take(accepted.getInputStream());
            Thread.ofVirtual().start(() -> flood(accepted));

            assertThatThrownBy(pending::await).hasMessageContaining("more than " + Exchange.LARGEST + " bytes");
        }
    }

    private Sent sent(String method) {
        var uri = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/path?secret=1");
        return new Sent(method, uri, Map.of("Content-Type", "text/plain"), method.equals("GET") ? "" : BODY);
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(20), InstantSource.system());
    }

    /** Reads a request: its head, and its body where it has one. */
    private static void take(InputStream stream) throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) stream.read());
        }
        stream.readNBytes(head.toString().startsWith("GET") ? 0 : BODY.length());
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
        socket.getOutputStream().flush();
    }

    private static void drop(Socket socket) {
        try {
            write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            for (int each = 0; each < 100_000; each++) {
                write(socket, " ");
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException _) {
            // It has heard enough.
        }
    }

    private static void flood(Socket socket) {
        try {
            write(socket, "HTTP/1.1 200 OK\r\n\r\n");
            for (int each = 0; each < 100_000; each++) {
                write(socket, " ".repeat(10_000));
            }
        } catch (IOException _) {
            // It has heard enough.
        }
    }

    private static ServerSocket listening() {
        try {
            return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
