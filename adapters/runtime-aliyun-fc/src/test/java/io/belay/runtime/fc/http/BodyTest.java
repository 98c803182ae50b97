package io.belay.runtime.fc.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a body ends, and what happens to the rest of one that nobody reads. */
final class BodyTest {
    private static final String GET = "GET /next HTTP/1.1\r\nHost: x\r\n\r\n";

    @AutoClose
    private final Echo echo = Echo.patient();

    private static String post(String path, String fields, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n" + body;
    }

    private static String chunked(String path, String chunks) {
        return post(path, "Transfer-Encoding: chunked\r\n", chunks);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5\r\nhello\r\n0\r\n\r\n",
                "2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n",
                "05;name=value\r\nhello\r\n000\r\n\r\n",
                "5 ; name=\"a b\"\r\nhello\r\n0\r\n\r\n",
                "5\r\nhello\r\n0\r\nTrailer: dropped\r\nOther: one\r\n\r\n"
            })
    void chunksAreABody(String chunks) throws Exception {
        try (var connection = echo.open()) {
            connection.write(chunked("/a", chunks) + GET);

            assertThat(connection.whole()).startsWith("HTTP/1.1 200 OK\n").endsWith("POST /a [] hello");
            assertThat(connection.whole()).endsWith("GET /next [] ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n",
                "x\r\n",
                " 5\r\nhello\r\n0\r\n\r\n",
                "5 \r\nhello\r\n0\r\n\r\n",
                "-5\r\nhello\r\n0\r\n\r\n",
                "+5\r\nhello\r\n0\r\n\r\n",
                "0x5\r\nhello\r\n0\r\n\r\n",
                "5 6\r\nhello\r\n0\r\n\r\n",
                "000000005\r\nhello\r\n0\r\n\r\n",
                "fffffffffffffffff\r\nhello\r\n0\r\n\r\n",
                "5\nhello\r\n0\r\n\r\n",
                "5;a\rb\r\nhello\r\n0\r\n\r\n",
                "4\r\nhello\r\n0\r\n\r\n",
                "5\r\nhelloX\r\n0\r\n\r\n",
                "5\r\nhello\n0\r\n\r\n",
                "5\r\nhello\r\n0\r\nno colon\r\n\r\n",
                "5\r\nhello\r\n0\r\nA: b\n\r\n",
            })
    void chunksThatCouldBeReadOtherwiseAreRefused(String chunks) throws Exception {
        var answer = echo.once(chunked("/a", chunks) + GET);

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("Connection: close")
                .doesNotContain("next");
        assertThat(echo.bugs).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "Content-Length: 1|Content-Length: 1                   > 400",
                "Content-Length: 1|Content-Length: 2                   > 400",
                "Content-Length: 1, 1                                  > 400",
                "Content-Length: -1                                    > 400",
                "Content-Length: +1                                    > 400",
                "Content-Length: 1x                                    > 400",
                "Content-Length: 0x1                                   > 400",
                "Content-Length: 1.0                                   > 400",
                "Content-Length:                                       > 400",
                "Content-Length: 9999999999999999999                   > 400",
                "Content-Length: 99999999999999999999999999999999      > 400",
                "Content-Length: 200001                                > 413",
                "Content-Length: 1|Transfer-Encoding: chunked          > 400",
                "Transfer-Encoding: chunked|Transfer-Encoding: chunked > 400",
                "Transfer-Encoding: gzip                               > 501",
                "Transfer-Encoding: gzip, chunked                      > 501",
                "Transfer-Encoding: chunked, chunked                   > 501",
                "Transfer-Encoding: identity                           > 501",
                "Transfer-Encoding:                                    > 501",
                "Transfer-Encoding: xchunked                           > 501",
            })
    void aLengthThatCouldBeReadOtherwiseIsRefused(String fields, int status) throws Exception {
        var answer = echo.once(post("/a", fields.replace("|", "\r\n") + "\r\n", "0\r\n\r\n" + GET));

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("Connection: close")
                .doesNotContain("next");
    }

    @Test
    void ofHttp10ThereAreNoChunks() throws Exception {
        assertThat(echo.once("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
    }

    @Test
    void chunksOfMoreThanIsTakenAreRefused() throws Exception {
        var chunk = "186a0\r\n" + "x".repeat(100_000) + "\r\n";

        assertThat(echo.once(chunked("/a", chunk + chunk + "1\r\n"))).startsWith("HTTP/1.1 413 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/unread", "/some"})
    void whatNobodyReadsIsPassedOver(String path) throws Exception {
        try (var connection = echo.open()) {
            connection.write(post(path, "Content-Length: 100000\r\n", "x".repeat(100_000)) + GET);
            connection.write(chunked(path, "186a0\r\n" + "x".repeat(100_000) + "\r\n0\r\nA: b\r\n\r\n") + GET);

            assertThat(connection.answer()).isEqualTo("HTTP/1.1 200 OK");
            assertThat(connection.whole()).endsWith("GET /next [] ");
            assertThat(connection.answer()).isEqualTo("HTTP/1.1 200 OK");
            assertThat(connection.whole()).endsWith("GET /next [] ");
        }
    }

    @Test
    void theAnswerDoesNotWaitForTheRestOfTheBody() throws Exception {
        try (var connection = echo.open()) {
            connection.write(post("/some", "Content-Length: 10\r\n", "abcde"));

            assertThat(connection.whole()).endsWith("\n\nabc");

            connection.write("fghij" + GET);
            assertThat(connection.whole()).endsWith("GET /next [] ");
        }
    }

    @Test
    void aBodyThatEndsEarlyIsRefused() throws Exception {
        for (var request : new String[] {post("/a", "Content-Length: 10\r\n", "abc"), chunked("/a", "5\r\nabc")}) {
            try (var connection = echo.open()) {
                connection.write(request);
                connection.end();

                assertThat(connection.rest()).startsWith("HTTP/1.1 400 ");
            }
        }
        assertThat(echo.bugs).isEmpty();
    }

    @Test
    void whoWaitsIsToldToGoOnOnceItsBodyIsWanted() throws Exception {
        try (var connection = echo.open()) {
            connection.write(post("/a", "Expect: 100-Continue\r\nContent-Length: 5\r\n", ""));
            assertThat(connection.answer()).isEqualTo("HTTP/1.1 100 Continue");

            connection.write("hello" + GET);

            assertThat(connection.whole()).endsWith("POST /a [] hello");
            assertThat(connection.whole()).endsWith("GET /next [] ");
        }
    }

    @Test
    void whoDoesNotWaitAfterAllIsNotTold() throws Exception {
        try (var connection = echo.open()) {
            connection.write(post("/a", "Expect: 100-continue\r\nContent-Length: 5\r\n", "hello"));

            assertThat(connection.whole()).startsWith("HTTP/1.1 200 OK").endsWith("POST /a [] hello");
        }
    }

    @Test
    void whoWaitsWithABodyThatNobodyWantsIsAnsweredAndItsConnectionEnds() throws Exception {
        assertThat(echo.once(post("/unread", "Expect: 100-continue\r\nContent-Length: 5\r\n", "")))
                .startsWith("HTTP/1.1 200 OK")
                .contains("Connection: close")
                .doesNotContain("100 Continue");
    }
}
