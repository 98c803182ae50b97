package io.belay.adapter.net.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Deadline;
import io.belay.core.fact.Comparison;
import io.belay.core.fact.Condition;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
final class HostileServerTest {
    private static final FactName SIZE = FactName.of("size");
    private static final FactName BODY = FactName.of("body");
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    private static RawServer streaming(String head, byte[] piece) {
        return RawServer.talking(socket -> {
            RawServer.readHead(socket);
            socket.getOutputStream().write(head.getBytes(ISO_8859_1));
            while (true) {
                socket.getOutputStream().write(piece);
            }
        });
    }

    private static Observation within(Duration span, String url, FactName... asked) throws InterruptedException {
        return Asking.http(url, UnaryOperator.identity(), asked).observe(Deadline.in(span, InstantSource.system()));
    }

    @Test
    void aStreamOfTenGigabytesIsCutAndHungUpOn() throws Exception {
        try (var server = streaming(OK + "Content-Length: 10737418240\r\n\r\n", new byte[65536])) {
            var seen = Asking.get(server.url("/"), SIZE, BODY);

            assertThat(Asking.value(seen, SIZE)).isEqualTo(Value.of(10737418240L));
            assertThat(Asking.value(seen, BODY).shown()).hasSize(1024 * 1024);
            assertThat(Asking.value(seen, "note").shown()).contains("cut at 1048576 bytes");
            assertThat(server.seesHangUp(5)).isTrue();
        }
    }

    @Test
    void aStreamWithoutEndIsLargerThanAnyBoundBelowTheCut() throws Exception {
        try (var server = streaming(OK + "\r\n", new byte[65536])) {
            var size = Asking.value(Asking.get(server.url("/"), SIZE), SIZE);

            assertThat(new Condition.Compared(Comparison.AT_MOST, Value.of(1024 * 1024)).holds(size))
                    .isFalse();
        }
    }

    @Test
    void aBodyOfExactlyTheBoundIsWhole() throws Exception {
        try (var server = Loopback.plain().on("/", 200, Map.of(), "x".repeat(100))) {
            var seen = Asking.observe(
                    Asking.http(server.url("/"), block -> block.set(HttpKeys.MAX_BODY, 100L), SIZE, BODY));

            assertThat(Asking.value(seen, SIZE)).isEqualTo(Value.of(100));
            assertThat(Asking.value(seen, "note")).isEqualTo(Value.absent());
        }
    }

    @Test
    void aDecompressionBombIsCut() throws Exception {
        try (var server = Loopback.plain()
                .on(
                        "/",
                        exchange -> Loopback.answer(
                                exchange, 200, Map.of("Content-Encoding", "gzip"), gzip(new byte[64 * 1024 * 1024])))) {
            var seen = Asking.get(server.url("/"), SIZE, BODY);

            assertThat(Asking.value(seen, BODY).shown()).hasSize(1024 * 1024);
            assertThat(Asking.value(seen, SIZE)).isEqualTo(Value.of(1024 * 1024 + 1));
            assertThat(Asking.value(seen, "note").shown()).contains("cut");
        }
    }

    @Test
    void anHonestCompressedBodyIsRead() throws Exception {
        try (var server = Loopback.plain()
                .on(
                        "/",
                        exchange -> Loopback.answer(
                                exchange,
                                200,
                                Map.of("Content-Encoding", "gzip"),
                                gzip("{\"a\":1}".getBytes(ISO_8859_1))))) {
            var asked = new FactName("json", "$.a");

            assertThat(Asking.value(Asking.get(server.url("/"), asked), asked)).isEqualTo(Value.of(1));
        }
    }

    @Test
    void aBrokenCompressedBodyIsNoted() throws Exception {
        try (var server = Loopback.plain().on("/", 200, Map.of("Content-Encoding", "gzip"), "plain after all")) {
            assertThat(Asking.value(Asking.get(server.url("/"), BODY), "note").shown())
                    .contains("broken gzip");
        }
    }

    @Test
    void headersWithoutEndAreRefused() throws Exception {
        try (var server = streaming(OK, "X-More: and more\r\n".getBytes(ISO_8859_1))) {
            assertThat(Asking.refusal(Asking.get(server.url("/")))).isNotBlank();
            assertThat(server.seesHangUp(5)).isTrue();
        }
    }

    @Test
    void aHeaderLineWithoutEndIsRefused() throws Exception {
        try (var server = streaming(OK + "X-Long: ", "x".repeat(1000).getBytes(ISO_8859_1))) {
            assertThat(Asking.refusal(Asking.get(server.url("/")))).isNotBlank();
        }
    }

    @Test
    void interimAnswersWithoutEndAreRefused() throws Exception {
        try (var server = streaming("", "HTTP/1.1 103 Early Hints\r\n\r\n".getBytes(ISO_8859_1))) {
            assertThat(Asking.refusal(Asking.get(server.url("/")))).isNotBlank();
        }
    }

    @Test
    void aBodyThatDripsIsSilentByTheDeadline() throws Exception {
        var ended = new CountDownLatch(1);
        try (var server = RawServer.talking(socket -> {
            RawServer.readHead(socket);
            socket.getOutputStream().write((OK + "Content-Length: 1000\r\n\r\n").getBytes(ISO_8859_1));
            while (!ended.await(20, TimeUnit.MILLISECONDS)) {
                socket.getOutputStream().write('x');
            }
        })) {
            var start = System.nanoTime();
            var seen = within(Duration.ofMillis(500), server.url("/"), BODY);
            ended.countDown();

            assertThat(seen)
                    .isInstanceOfSatisfying(
                            Observation.Silent.class,
                            silent -> assertThat(silent.reason()).isEqualTo("the rest of the response"));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(750));
        }
    }

    @Test
    void aDrippingBodyIsHungUpOn() throws Exception {
        try (var server = RawServer.talking(socket -> {
            RawServer.readHead(socket);
            socket.getOutputStream().write((OK + "Content-Length: 1000\r\n\r\nx").getBytes(ISO_8859_1));
            socket.getInputStream().read();
        })) {
            within(Duration.ofMillis(300), server.url("/"), BODY);

            assertThat(server.seesHangUp(5)).isTrue();
        }
    }

    @Test
    void aShortBodyIsNotTakenForAWholeOne() throws Exception {
        try (var server = RawServer.sending(OK + "Content-Length: 1000\r\n\r\nonly this")) {
            assertThat(Asking.refusal(Asking.get(server.url("/"), BODY))).contains("1000");
        }
    }

    @Test
    void aLongBodyEndsWhereItSaidItWould() throws Exception {
        try (var server = RawServer.sending(OK + "Content-Length: 4\r\n\r\nthis and not that")) {
            assertThat(Asking.value(Asking.get(server.url("/"), BODY), BODY)).isEqualTo(Value.of("this"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.2p1\r\n\r\n",
                "HTTP/1.1 abc\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "",
            })
    void whatIsNoHttpIsRefused(String bytes) throws Exception {
        try (var server = RawServer.sending(bytes)) {
            assertThat(Asking.refusal(Asking.get(server.url("/"), BODY))).isNotBlank();
        }
    }

    @Test
    void aProbeCalledOffHangsUp() throws Exception {
        try (var server = RawServer.mute()) {
            var asking = Thread.ofVirtual().start(() -> {
                try {
                    Asking.get(server.url("/"));
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            });
            asking.join(Duration.ofMillis(300));

            asking.interrupt();

            assertThat(server.seesHangUp(5)).isTrue();
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
