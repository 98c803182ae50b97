package io.belay.bench.cold;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class CustomerTest {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    private Path folder;

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            var body = (exchange.getRequestMethod() + " " + path).getBytes(UTF_8);
            exchange.sendResponseHeaders(path.equals("/well") ? 200 : 503, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private HttpCustomer customer(String path) {
        return new HttpCustomer(server.getAddress().getPort(), path);
    }

    private Instance ended() throws IOException {
        return Instance.start(List.of(JAVA, "-XX:NoSuchOption"), Map.of(), folder.resolve("log.txt"));
    }

    @Test
    void theBodyOfAGoodAnswerIsTheAnswer() throws Exception {
        try (var instance = ended()) {
            assertThat(customer("/well").answer(instance)).isEqualTo("POST /well");
        }
    }

    @Test
    void anyOtherStatusIsNoAnswer() throws Exception {
        try (var instance = ended()) {
            assertThatIOException()
                    .isThrownBy(() -> customer("/ill").answer(instance))
                    .withMessageContaining("503");
        }
    }

    @Test
    void whoEndsBeforeItAnswersIsNotWaitedFor() throws Exception {
        for (var door : Door.values()) {
            try (var customer = door.customer("/well");
                    var instance = ended()) {
                assertThatIOException()
                        .isThrownBy(() -> customer.answer(instance))
                        .withMessageContaining("ended with 1");
            }
        }
    }

    @Test
    void whatAProcessKnowsIsWhatItWasGiven() throws Exception {
        var said = List.of("/bin/sh", "-c", "echo \"$PORT${HOME:-}\"");
        try (var instance = Instance.start(said, Map.of("PORT", "80"), folder.resolve("log.txt"))) {
            assertThatIOException()
                    .isThrownBy(() -> {
                        while (true) {
                            instance.running();
                        }
                    })
                    .withMessage("it ended with 0: 80");
        }
    }
}
