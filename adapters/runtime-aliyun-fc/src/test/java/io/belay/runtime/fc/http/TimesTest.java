package io.belay.runtime.fc.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who began must go on; who is idle, or waits for an answer, has all the time there is. */
@Timeout(60)
final class TimesTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String GET = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";

    private static Limits spans(Duration head, Duration stall, Duration body, Duration write) {
        return new Limits(Echo.SIZES, new Limits.Spans(head, stall, body, write, SHORT), 64);
    }

    /** What the server must survive is time itself. */
    private static void pass(Duration span) throws InterruptedException {
        assertThat(new CountDownLatch(1).await(span.toMillis(), TimeUnit.MILLISECONDS))
                .isFalse();
    }

    @Test
    void anIdleConnectionIsKeptWhateverTheLimits() throws Exception {
        try (var echo = new Echo(spans(SHORT, SHORT, SHORT, SHORT));
                var fresh = echo.open();
                var used = echo.open()) {
            used.write(GET);
            assertThat(used.answer()).isEqualTo("HTTP/1.1 200 OK");

            pass(SHORT.multipliedBy(5));

            used.write(GET);
            fresh.write(GET);
            assertThat(used.answer()).isEqualTo("HTTP/1.1 200 OK");
            assertThat(fresh.answer()).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void anAnswerMayTakeLongerThanAnyOfTheLimits() throws Exception {
        try (var echo = new Echo(spans(SHORT, SHORT, SHORT, SHORT));
                var connection = echo.open()) {
            connection.write("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
            echo.entered.await();

            pass(SHORT.multipliedBy(5));
            echo.go.countDown();

            assertThat(connection.whole()).endsWith("waited");
        }
    }

    @Test
    void aHeadThatStopsIsRefused() throws Exception {
        try (var echo = new Echo(spans(SHORT, LONG, LONG, LONG))) {
            assertThat(echo.once("GET /a HTTP/1.1\r\nHost")).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void aHeadThatDripsIsRefused() throws Exception {
        try (var echo = new Echo(spans(SHORT, LONG, LONG, LONG))) {
            assertThat(dripped(echo, "GET /a HTTP/1.1\r\n")).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void aBodyThatStopsIsRefused() throws Exception {
        try (var echo = new Echo(spans(LONG, SHORT, LONG, LONG))) {
            var post = "POST /a HTTP/1.1\r\nHost: x\r\n";

            assertThat(echo.once(post + "Content-Length: 5\r\n\r\nab")).startsWith("HTTP/1.1 408 ");
            assertThat(echo.once(post + "Transfer-Encoding: chunked\r\n\r\n5\r\nab"))
                    .startsWith("HTTP/1.1 408 ");
            assertThat(echo.once(post + "Transfer-Encoding: chunked\r\n\r\n5")).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void aBodyThatDripsIsRefused() throws Exception {
        try (var echo = new Echo(spans(LONG, LONG, SHORT, LONG))) {
            assertThat(dripped(echo, "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n"))
                    .startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void aBodyThatNobodyReadsAndThatStopsEndsItsConnection() throws Exception {
        try (var echo = new Echo(spans(LONG, SHORT, LONG, LONG))) {
            assertThat(echo.once("POST /unread HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab"))
                    .startsWith("HTTP/1.1 200 ")
                    .endsWith("unread");
        }
    }

    @Test
    void whoTakesNoAnswerIsCutOff() throws Exception {
        try (var echo = new Echo(spans(LONG, LONG, LONG, SHORT));
                var connection = echo.open()) {
            connection.write("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");

            // More than buffers hold is not taken: the connection ends, and what comes is less than was said.
            pass(SHORT.multipliedBy(5));

            assertThat(size(connection)).isLessThan(64 * 1024 * 1024);
        }
    }

    private static int size(Sockets connection) {
        try {
            return connection.rest().length();
        } catch (IOException reset) {
            return 0;
        }
    }

    /** What is answered to {@code begun}, after which a byte comes ten times in {@link #SHORT}. */
    private static String dripped(Echo echo, String begun) throws Exception {
        try (var connection = echo.open()) {
            connection.write(begun);
            for (var each = 0; each < 40; each++) {
                pass(SHORT.dividedBy(10));
                if (!wrote(connection)) {
                    break;
                }
            }
            return connection.rest();
        }
    }

    private static boolean wrote(Sockets connection) {
        try {
            connection.write("x");
            return true;
        } catch (IOException ended) {
            return false;
        }
    }
}
