package io.belay.adapter.net.websocket;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.net.http.Access;
import io.belay.adapter.net.http.Asking;
import io.belay.adapter.net.http.Loopback;
import io.belay.adapter.net.http.RawServer;
import io.belay.core.Deadline;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observation;
import io.belay.core.probe.Probe;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class WebSocketTest {
    private static final FactName JSON = new FactName("json", "$.n");
    private static final Set<FactName> ALL = Set.of(
            FactName.of("open"),
            FactName.of("status"),
            FactName.of("message"),
            FactName.of("reply"),
            FactName.of("protocol"),
            JSON);

    private static Probe probe(String url, UnaryOperator<Settings.Builder> more, Set<FactName> asked) {
        var settings = more.apply(Settings.builder().set(WebSocketProbeKind.URL, Asking.address(url)))
                .build();
        return new WebSocketProbeKind(Asking.clients()).bind(settings, asked);
    }

    private static Observation seen(RawServer server) throws InterruptedException {
        return Asking.observe(probe(TalkingServer.url(server), UnaryOperator.identity(), ALL));
    }

    @Test
    void theFirstTextMessageIsAFact() throws Exception {
        try (var server = TalkingServer.opening(socket -> {
            TalkingServer.frame(socket, 0x89, new byte[0]);
            TalkingServer.frame(socket, 0x82, new byte[] {1, 2, 3});
            TalkingServer.text(socket, "{\"n\":7}");
        })) {
            var seen = seen(server);

            assertThat(Asking.value(seen, "open")).isEqualTo(Value.of(true));
            assertThat(Asking.value(seen, "message")).isEqualTo(Value.of("{\"n\":7}"));
            assertThat(Asking.value(seen, JSON)).isEqualTo(Value.of(7));
            assertThat(Asking.value(seen, "reply")).isInstanceOf(Value.Span.class);
        }
    }

    @Test
    void whatIsSentIsHeardAndTheReplyTimed() throws Exception {
        try (var server =
                TalkingServer.opening(socket -> TalkingServer.text(socket, "echo " + TalkingServer.readText(socket)))) {
            var probe =
                    probe(TalkingServer.url(server), block -> block.set(WebSocketProbeKind.SEND, Text.of("ping")), ALL);

            assertThat(Asking.value(Asking.observe(probe), "message")).isEqualTo(Value.of("echo ping"));
        }
    }

    @Test
    void aMessageInPiecesIsPutTogether() throws Exception {
        try (var server = TalkingServer.opening(socket -> {
            TalkingServer.frame(socket, 0x01, new byte[] {'a'});
            TalkingServer.frame(socket, 0x80, new byte[] {'b'});
        })) {
            assertThat(Asking.value(seen(server), "message")).isEqualTo(Value.of("ab"));
        }
    }

    @Test
    void headersAndTheSubprotocolAreOffered() throws Exception {
        var head = new CompletableFuture<String>();
        try (var server = RawServer.talking(socket -> {
            head.complete(TalkingServer.open(socket, "Sec-WebSocket-Protocol: graphql-ws\r\n"));
            TalkingServer.text(socket, "hello");
            socket.getInputStream().read();
        })) {
            var probe = probe(
                    TalkingServer.url(server),
                    block -> block.set(WebSocketProbeKind.SUBPROTOCOL, Text.of("graphql-ws"))
                            .set(Access.HEADERS, Map.of("Origin", Text.of("https://shop.example")))
                            .set(Access.BEARER, Text.of("t0ken")),
                    ALL);

            assertThat(Asking.value(Asking.observe(probe), "protocol")).isEqualTo(Value.of("graphql-ws"));
            assertThat(TalkingServer.header(head.join(), "Origin")).contains("https://shop.example");
            assertThat(TalkingServer.header(head.join(), "Authorization")).contains("Bearer t0ken");
        }
    }

    @Test
    void aRefusedHandshakeIsAnAnswer() throws Exception {
        try (var server = Loopback.plain().on("/", 401, Map.of(), "")) {
            var seen = Asking.observe(probe("ws://127.0.0.1:" + server.port() + "/", UnaryOperator.identity(), ALL));

            assertThat(Asking.value(seen, "open")).isEqualTo(Value.of(false));
            assertThat(Asking.value(seen, "status")).isEqualTo(Value.of(401));
            assertThat(Asking.value(seen, "message")).isEqualTo(Value.absent());
        }
    }

    @Test
    void aHandshakeWithTheWrongKeyDoesNotOpen() throws Exception {
        try (var server = RawServer.talking(socket -> {
            RawServer.readHead(socket);
            var lines = List.of(
                    "HTTP/1.1 101 Sure", "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Accept: bm8=");
            socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(US_ASCII));
        })) {
            var seen = seen(server);

            assertThat(Asking.value(seen, "open")).isEqualTo(Value.of(false));
            assertThat(Asking.value(seen, "note").shown()).contains("the handshake is wrong");
        }
    }

    @Test
    void hangingUpWithoutAMessageIsSaid() throws Exception {
        try (var server = TalkingServer.opening(
                socket -> TalkingServer.frame(socket, 0x88, new byte[] {0x03, (byte) 0xf0, 'n', 'o'}))) {
            var seen = seen(server);

            assertThat(Asking.value(seen, "open")).isEqualTo(Value.of(true));
            assertThat(Asking.value(seen, "message")).isEqualTo(Value.absent());
            assertThat(Asking.value(seen, "note").shown()).contains("1008 no");
        }
    }

    @Test
    void aMessageThatNeverComesIsSilenceAndHungUpOn() throws Exception {
        try (var server = TalkingServer.opening(_ -> {})) {
            var seen = probe(TalkingServer.url(server), UnaryOperator.identity(), ALL)
                    .observe(Deadline.in(Duration.ofMillis(500), InstantSource.system()));

            assertThat(seen)
                    .isInstanceOfSatisfying(
                            Observation.Silent.class,
                            silent -> assertThat(silent.reason()).isEqualTo("a message"));
            assertThat(server.seesHangUp(5)).isTrue();
        }
    }

    @Test
    void aMessageNobodyAsksForIsNotWaitedFor() throws Exception {
        try (var server = TalkingServer.opening(_ -> {})) {
            var seen = Asking.observe(
                    probe(TalkingServer.url(server), UnaryOperator.identity(), Set.of(FactName.of("open"))));

            assertThat(Asking.value(seen, "open")).isEqualTo(Value.of(true));
        }
    }

    @Test
    void aMessageWithoutEndIsCut() throws Exception {
        try (var server = TalkingServer.opening(socket -> {
            TalkingServer.frame(socket, 0x01, new byte[] {'a'});
            while (true) {
                TalkingServer.frame(socket, 0x00, "x".repeat(60_000).getBytes(US_ASCII));
            }
        })) {
            var seen = seen(server);

            assertThat(Asking.value(seen, "message").shown()).hasSize(1024 * 1024);
            assertThat(Asking.value(seen, "note").shown()).contains("cut");
        }
    }

    @Test
    void aFrameThatIsNoneIsRefused() throws Exception {
        try (var server = TalkingServer.opening(socket -> TalkingServer.frame(socket, 0xff, new byte[] {1}))) {
            assertThat(seen(server)).isInstanceOf(Observation.Refused.class);
        }
    }

    @Test
    void anAbandonedHandshakeIsHungUpOn() throws Exception {
        try (var server = RawServer.mute()) {
            var asking = Thread.ofVirtual().start(() -> {
                try {
                    seen(server);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            });
            asking.join(Duration.ofMillis(400));

            asking.interrupt();

            assertThat(server.seesHangUp(5)).isTrue();
        }
    }

    @Test
    void theHandshakesOwnHeadersCannotBeSet() {
        assertThatThrownBy(() -> probe(
                        "ws://127.0.0.1:1/",
                        block -> block.set(Access.HEADERS, Map.of("sec-websocket-key", Text.of("x"))),
                        ALL))
                .isInstanceOf(SettingException.class);
    }
}
