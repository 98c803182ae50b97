package io.belay.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallerTest {
    private static final int LONG = 200_000;

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            var path = exchange.getRequestURI().getPath();
            exchange.sendResponseHeaders(path.equals("/ill") ? 503 : path.equals("/taken") ? 202 : 200, LONG);
            exchange.getResponseBody().write(new byte[LONG]);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void oneConnectionReadsOneAnswerAfterTheOtherWhole() throws IOException {
        try (var caller = new Caller(server.getAddress().getPort())) {
            assertThat(caller.call(Caller.post("/invoke", "{}"))).isEqualTo(LONG);
            assertThat(caller.call(Caller.get("/"))).isEqualTo(LONG);
            assertThat(caller.call(Caller.post("/taken", "a=b"))).isEqualTo(LONG);
        }
        assertThat(asked).containsExactly("POST {}", "GET ", "POST a=b");
    }

    @Test
    void anAnswerThatIsNotWellIsNoCallThatCounts() throws IOException {
        try (var caller = new Caller(server.getAddress().getPort())) {
            assertThatThrownBy(() -> caller.call(Caller.get("/ill"))).hasMessageContaining("503");
        }
    }

    @Test
    void theHeadEndsAtTheFirstEmptyLineAndItsLengthIsFoundHoweverItIsWritten() throws IOException {
        var said = "HTTP/1.1 200 OK\r\nX-Content-Length-Like: 7\r\ncontent-Length:  42\r\n\r\nbody".getBytes(US_ASCII);
        var head = Caller.head(said, said.length);

        assertThat(head).isEqualTo(said.length - "body".length());
        assertThat(Caller.length(said, head)).isEqualTo(42);
        assertThat(Caller.head(said, head - 1)).isZero();
    }

    @Test
    void anAnswerWithoutALengthIsRefused() {
        var said = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(US_ASCII);

        assertThatThrownBy(() -> Caller.length(said, said.length)).hasMessageContaining("no length");
    }
}
