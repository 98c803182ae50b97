package io.belay.runtime.fc.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How it begins and how it ends. */
@Timeout(60)
final class CloseTest {
    private static final Duration LONG = Duration.ofSeconds(50);

    @Test
    void idleConnectionsEndAtOnceAndAnswersAreAwaited() throws Exception {
        try (var echo = new Echo(Echo.PATIENT);
                var idle = echo.open();
                var begun = echo.open();
                var busy = echo.open()) {
            begun.write("GET / HT");
            idle.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(idle.answer()).isEqualTo("HTTP/1.1 200 OK");
            busy.write("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
            echo.entered.await();

            var closing = Thread.startVirtualThread(() -> echo.close(LONG));

            assertThat(end(idle)).isEmpty();
            assertThat(end(begun)).isEmpty();
            assertThatThrownBy(echo::open).isInstanceOf(IOException.class);
            assertThat(closing.isAlive()).isTrue();
            echo.go.countDown();
            assertThat(busy.whole()).contains("Connection: close").endsWith("waited");
            assertThat(closing.join(LONG)).isTrue();
            assertThat(end(busy)).isEmpty();
        }
    }

    @Test
    void whoTakesLongerThanIsWaitedForIsEnded() throws Exception {
        try (var echo = new Echo(Echo.PATIENT);
                var busy = echo.open()) {
            busy.write("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
            echo.entered.await();

            echo.close(Duration.ofMillis(100));

            assertThat(end(busy)).isEmpty();
        }
    }

    @Test
    void aPortThatIsTakenIsSaid() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var echo = new Echo(Echo.PATIENT)) {
            var at = (InetSocketAddress) taken.getLocalSocketAddress();

            assertThatThrownBy(() -> HttpServer.start(at, echo, Echo.PATIENT, InstantSource.system(), Runnable::run))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use");
        }
    }

    private static String end(Sockets connection) {
        try {
            return connection.rest();
        } catch (IOException reset) {
            return "";
        }
    }
}
