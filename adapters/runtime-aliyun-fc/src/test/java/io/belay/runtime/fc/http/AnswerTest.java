package io.belay.runtime.fc.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer says, in which order, and of the connection. */
final class AnswerTest {
    private static final String GET = "GET /%d HTTP/1.1\r\nHost: x\r\n\r\n";

    @AutoClose
    private final Echo echo = Echo.patient();

    @Test
    void anAnswerIsWhole() throws Exception {
        assertThat(echo.once("GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .isEqualTo("HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\ncontent-type: text/plain\r\n"
                        + "Connection: close\r\nContent-Length: 10\r\n\r\nGET /a [] ");
    }

    @Test
    void requestsThatDoNotWaitForAnswersAreAnsweredInOrder() throws Exception {
        try (var connection = echo.open()) {
            var all = new StringBuilder();
            for (var each = 0; each < 200; each++) {
                all.append(GET.formatted(each));
            }
            connection.write(all.toString());

            for (var each = 0; each < 200; each++) {
                assertThat(connection.whole()).endsWith("GET /" + each + " [] ");
            }
        }
    }

    @Test
    void aRequestMayComeByteByByte() throws Exception {
        try (var connection = echo.open()) {
            for (var each : "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi".toCharArray()) {
                connection.write(String.valueOf(each));
            }

            assertThat(connection.whole()).endsWith("POST /a [] hi");
        }
    }

    @Test
    void toHeadNoBodyIsSent() throws Exception {
        assertThat(echo.once("HEAD /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("\r\nContent-Length: 11\r\n")
                .endsWith("\r\n\r\n");
    }

    @Test
    void whatHasNoBodySaysNoLength() throws Exception {
        assertThat(echo.once("GET /bare HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 204 No Content\r\n")
                .doesNotContain("Content-Length");
    }

    @Test
    void aLargeAnswerIsWhole() throws Exception {
        try (var connection = echo.open()) {
            connection.write("GET /large HTTP/1.1\r\nHost: x\r\n\r\n" + GET.formatted(1));

            assertThat(connection.whole()).hasSizeGreaterThan(64 * 1024 * 1024);
            assertThat(connection.whole()).endsWith("GET /1 [] ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1, x-none, false, false",
        "HTTP/1.1, close, true, true",
        "HTTP/1.0, x-none, true, true",
        "HTTP/1.0, keep-alive, false, false"
    })
    void theCallerSaysWhetherItsConnectionIsKept(String version, String connection, boolean said, boolean ends)
            throws Exception {
        try (var open = echo.open()) {
            open.write("GET /a " + version + "\r\nHost: x\r\nConnection: " + connection + "\r\n\r\n");
            assertThat(open.whole().contains("Connection: close")).isEqualTo(said);

            open.write(GET.formatted(2));

            assertThat(open.answer().isEmpty()).isEqualTo(ends);
        }
    }

    @Test
    void toHttp10ItIsSaidThatItIsKept() throws Exception {
        try (var open = echo.open()) {
            open.write("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");

            assertThat(open.whole()).contains("Connection: keep-alive");
        }
    }

    @Test
    void theHandlerMayEndTheConnection() throws Exception {
        assertThat(echo.once("GET /close HTTP/1.1\r\nHost: x\r\n\r\n"))
                .contains("Connection: close\r\n")
                .endsWith("closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/throws", "/nothing", "/split"})
    void aBugIsAnsweredAndSaysNothingOfItself(String path) throws Exception {
        var answer = echo.once("GET " + path + "?a HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 500 ")
                .contains("Connection: close")
                .endsWith("\r\n\r\nbug");
        assertThat(answer).doesNotContain("y: z");
        assertThat(echo.bugs).hasSize(1);
    }

    @Test
    void aSecondAnswerIsABugAndIsNotSent() throws Exception {
        assertThat(echo.once("GET /twice HTTP/1.1\r\nHost: x\r\n\r\n")).endsWith("once");
        assertThat(echo.bugs).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\rb", "a\nb", "a\0b", "a\u007fb", "a\u0100b"})
    void aHeaderThatWouldBeginAnotherIsNone(String value) {
        assertThatThrownBy(() -> new Reply(200, Map.of("a", value), ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(value);
        assertThatThrownBy(() -> new Reply(200, Map.of(value, "a"), "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoIsTooManyIsToldSoAndTheOthersAreKept() throws Exception {
        var limits = new Limits(Echo.SIZES, Echo.PATIENT.spans(), 3);
        try (var few = new Echo(limits)) {
            var kept = new ArrayList<Sockets>();
            for (var each = 0; each < 3; each++) {
                kept.add(few.open());
                kept.getLast().write(GET.formatted(each));
                assertThat(kept.getLast().answer()).isEqualTo("HTTP/1.1 200 OK");
            }

            assertThat(few.once("")).startsWith("HTTP/1.1 503 ");

            for (var each : kept) {
                each.write(GET.formatted(9));
                assertThat(each.answer()).isEqualTo("HTTP/1.1 200 OK");
                each.close();
            }
        }
    }
}
