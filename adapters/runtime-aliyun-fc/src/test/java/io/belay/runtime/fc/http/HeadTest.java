package io.belay.runtime.fc.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken for a request, and what is refused since another might read it otherwise. */
final class HeadTest {
    @AutoClose
    private final Echo echo = Echo.patient();

    /** A text with its marks made bytes: {@code \r}, {@code \n}, {@code \t}, {@code \0} and {@code \x7f}. */
    private static String bytes(String written) {
        return written.replace("\\r", "\r")
                .replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\\0", "\0")
                .replace("\\x7f", "\u007f");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            value = {
                "GET / HTTP/1.1\\r\\nHost: x                               > GET / []",
                "GET /a/b?c=d&e=%20 HTTP/1.1\\r\\nHost: x:80              > GET /a/b [c=d&e=%20]",
                "\\r\\nGET /a HTTP/1.1\\r\\nHost: x                       > GET /a []",
                "GET /a? HTTP/1.1\\r\\nhOST:                              > GET /a []",
                "GET //a/../b HTTP/1.1\\r\\nHost:\\tx\\t                  > GET //a/../b []",
                "GET http://x/a?b HTTP/1.1\\r\\nHost: y                   > GET /a [b]",
                "GET HTTPS://x:1?b HTTP/1.1\\r\\nHost: y                  > GET / [b]",
                "OPTIONS * HTTP/1.1\\r\\nHost: x                          > OPTIONS * []",
                "GET /a HTTP/1.2\\r\\nHost: x                             > GET /a []",
                "GET /a HTTP/1.0                                          > GET /a []",
                "BREW /a HTTP/1.1\\r\\nHost: [::1]:9000                   > BREW /a []",
            })
    void aRequestIsUnderstood(String request, String said) throws Exception {
        var answer = echo.once(bytes(request) + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\n" + said + " ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            value = {
                // the request line
                "GET / HTTP/2.0\\r\\nHost: x                              > 505",
                "PRI * HTTP/2.0                                           > 505",
                "GET /                                                    > 400",
                "GET  / HTTP/1.1\\r\\nHost: x                             > 400",
                "GET / HTTP/1.1 \\r\\nHost: x                             > 400",
                "GET /a b HTTP/1.1\\r\\nHost: x                           > 400",
                "GET\\t/ HTTP/1.1\\r\\nHost: x                            > 400",
                "` GET / HTTP/1.1\\r\\nHost: x`                           > 400",
                "G(T / HTTP/1.1\\r\\nHost: x                              > 400",
                "GET / http/1.1\\r\\nHost: x                              > 400",
                "GET / HTTP/1.11\\r\\nHost: x                             > 400",
                "GET / HTTP/1x1\\r\\nHost: x                              > 400",
                "GET / HTTP/x.1\\r\\nHost: x                              > 400",
                "GET a HTTP/1.1\\r\\nHost: x                              > 400",
                "GET * HTTP/1.1\\r\\nHost: x                              > 400",
                "GET ftp://x/a HTTP/1.1\\r\\nHost: x                      > 400",
                "GET http:///a HTTP/1.1\\r\\nHost: x                      > 400",
                "GET http://u@x/a HTTP/1.1\\r\\nHost: x                   > 400",
                "CONNECT x:443 HTTP/1.1\\r\\nHost: x                      > 400",
                "GET /a#b HTTP/1.1\\r\\nHost: x                           > 400",
                "GET /%zz HTTP/1.1\\r\\nHost: x                           > 400",
                "GET /%4 HTTP/1.1\\r\\nHost: x                            > 400",
                "GET /% HTTP/1.1\\r\\nHost: x                             > 400",
                "GET /a|b HTTP/1.1\\r\\nHost: x                           > 400",
                "GET /ü HTTP/1.1\\r\\nHost: x                             > 400",
                "GET /\\0 HTTP/1.1\\r\\nHost: x                           > 400",
                // where lines end
                "GET / HTTP/1.1\\nHost: x                                 > 400",
                "GET / HTTP/1.1\\r\\nHost: x\\nA: b                       > 400",
                "GET / HTTP/1.1\\r\\nHost: x\\rA: b                       > 400",
                "GET / HTTP/1.1\\r\\nHost: x\\r\\r\\nA: b                 > 400",
                "GET / HTTP/1.1\\r\\nHost: x\\r\\nA: b\\0                 > 400",
                "GET / HTTP/1.1\\r\\nHost: x\\r\\nA: b\\x7f               > 400",
                // fields
                "GET / HTTP/1.1\\r\\nHost: x\\r\\nA : b                   > 400",
                "GET / HTTP/1.1\\r\\nHost: x\\r\\nA                       > 400",
                "GET / HTTP/1.1\\r\\nHost: x\\r\\n: b                     > 400",
                "GET / HTTP/1.1\\r\\nHost: x\\r\\nA(b: c                  > 400",
                "GET / HTTP/1.1\\r\\nHost: x\\r\\nA: b\\r\\n c            > 400",
                "GET / HTTP/1.1\\r\\nHost: x\\r\\nA: b\\r\\n\\tc          > 400",
                "GET / HTTP/1.1\\r\\n Host: x                             > 400",
                // host
                "GET / HTTP/1.1                                           > 400",
                "GET / HTTP/1.1\\r\\nHost: x\\r\\nHost: x                 > 400",
                "GET / HTTP/1.0\\r\\nHost: x\\r\\nHost: y                 > 400",
                "GET / HTTP/1.1\\r\\nHost: x/y                            > 400",
                "GET / HTTP/1.1\\r\\nHost: x@y                            > 400",
                "GET / HTTP/1.1\\r\\nHost: x y                            > 400",
                // who sent it
                "GET / HTTP/1.1\\r\\nHost: x\\r\\nAuthorization: a\\r\\nauthorization: a            > 400",
                "GET / HTTP/1.1\\r\\nHost: x\\r\\nX-Fc-Control-Path: a\\r\\nx-fc-control-path: b    > 400",
                "GET / HTTP/1.1\\r\\nHost: x\\r\\nx-fc-qualifier: a\\r\\nx-fc-qualifier: a          > 400",
                "GET / HTTP/1.1\\r\\nHost: x\\r\\nX-FC-New: a\\r\\nx-fc-new: a                      > 400",
                // expectation
                "GET / HTTP/1.1\\r\\nHost: x\\r\\nExpect: a pony          > 417",
            })
    void whatCouldBeReadOtherwiseIsRefusedAndItsConnectionEnds(String request, int status) throws Exception {
        var answer = echo.once(bytes(request) + "\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("\r\nConnection: close\r\n");
        assertThat(answer.split("HTTP/1.1 \\d", -1)).as("answers").hasSize(2);
        assertThat(answer).doesNotContain("smuggled");
        assertThat(echo.bugs).isEmpty();
    }

    @Test
    void aLineOfMoreThanIsTakenIsRefused() throws Exception {
        var long1 = "x".repeat(Echo.SIZES.line());

        assertThat(echo.once("GET /" + long1)).startsWith("HTTP/1.1 414 ");
        assertThat(echo.once("GET / HTTP/1.1\r\nHost: x\r\nA: " + long1)).startsWith("HTTP/1.1 431 ");
    }

    @Test
    void aLongLineThatIsTakenIsWhole() throws Exception {
        var limits = new Limits(Limits.of(0).sizes(), Echo.PATIENT.spans(), 64);
        var path = "x".repeat(9_000);
        try (var roomy = new Echo(limits);
                var connection = roomy.open()) {
            for (var each = 0; each < 3; each++) {
                connection.write("GET /" + path + each + " HTTP/1.1\r\nHost: x\r\nA: " + path + "\r\n\r\n");
            }

            for (var each = 0; each < 3; each++) {
                assertThat(connection.whole()).endsWith("GET /" + path + each + " [] ");
            }
        }
    }

    @Test
    void moreFieldsThanAreTakenAreRefused() throws Exception {
        var fits = "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + "a: b\r\n".repeat(14) + "\r\n";
        var one = "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + "a: b\r\n".repeat(15) + "\r\n";
        var bytes = "GET / HTTP/1.1\r\nHost: x\r\n" + ("a: " + "b".repeat(1000) + "\r\n").repeat(5) + "\r\n";

        assertThat(echo.once(fits)).startsWith("HTTP/1.1 200 ");
        assertThat(echo.once(one)).startsWith("HTTP/1.1 431 ");
        assertThat(echo.once(bytes)).startsWith("HTTP/1.1 431 ");
    }

    @Test
    void aHeadThatEndsEarlyIsRefused() throws Exception {
        try (var connection = echo.open()) {
            connection.write("GET / HTTP/1.1\r\nHo");
            connection.end();

            assertThat(connection.rest()).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void ofATwiceNamedFieldTheFirstCounts() throws Exception {
        assertThat(new Head(new RequestLine("GET", "/", "", true), java.util.Map.of("connection", "keep-alive,Close"))
                        .keeps())
                .isFalse();
        var closes = "GET / HTTP/1.1\r\nHost: x\r\nConnection: x-hop\r\nConnection: y , Close\r\n\r\n";

        assertThat(echo.once(closes)).startsWith("HTTP/1.1 200 ").contains("Connection: close");
    }
}
