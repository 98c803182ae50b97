package io.belay.runtime.fc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.assembly.door.Json;
import io.belay.runtime.fc.http.Sockets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no request, or one that could be read in two ways, is refused as everything is: in JSON, and in the log. */
final class NoRequestTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "secret                                                                     > 400 > request line",
                "GET /health HTTP/2.0                                                       > 505 > request line",
                "GET /health?%secret HTTP/1.1|Host: x                                       > 400 > request line",
                "GET /health HTTP/1.1                                                       > 400 > host",
                "GET /health HTTP/1.1|Host: x|A : secret                                    > 400 > headers",
                "POST /invoke HTTP/1.1|Host: x|Content-Length: 2|Transfer-Encoding: chunked > 400 > content-length",
                "POST /invoke HTTP/1.1|Host: x|Transfer-Encoding: secret                    > 501 > transfer-encoding",
                "POST /invoke HTTP/1.1|Host: x|Transfer-Encoding: chunked||secret           > 400 > chunk",
            })
    void itIsRefusedInJsonWithoutAWordOfIts(String request, int status, String place) throws Exception {
        try (var harbor = new Harbor()) {
            var answer = Sockets.once(harbor.port(), request.replace("|", "\r\n") + "\r\n\r\n");

            assertThat(answer)
                    .startsWith("HTTP/1.1 " + status + " ")
                    .contains(
                            "\r\nx-fc-status: 200\r\n",
                            "\r\ncontent-type: application/json\r\n",
                            "\r\nConnection: close\r\n")
                    .doesNotContain("secret");
            var body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
            assertThat(Json.read(body.getBytes(UTF_8), 1 << 20)).isInstanceOf(Json.Fields.class);
            assertThat(body).contains("\"belay\":\"refusal/1\"", "\"place\":\"" + place + "\"");
            assertThat(harbor.logged()).contains("\"refused\"").doesNotContain("secret", "\"bug\"");
        }
    }

    @Test
    void whatComesInChunksRunsTheFunction() throws Exception {
        try (var harbor = new Harbor()) {
            var head = "POST /invoke HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n";
            var answer = Sockets.once(harbor.port(), head + "1\r\n{\r\n1\r\n}\r\n0\r\n\r\n");

            assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").contains("\"verdict\":\"pass\"");
        }
    }
}
