package io.belay.runtime.fc.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever is sent, what comes back is HTTP or nothing, it ends, and others are answered. The seed is fixed. */
@Timeout(300)
final class NoiseTest {
    private static final int ROUNDS = 4_000;
    private static final Pattern STATUS =
            Pattern.compile("HTTP/1\\.1 (100|200|400|408|413|414|417|431|501|505) [ -~]*");
    private static final List<String> SEEDS = List.of(
            "GET /a?b=c HTTP/1.1\r\nHost: x\r\nAccept: */*\r\n\r\n",
            "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello",
            "POST /unread HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\nhello",
            "POST /some HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n2;a=b\r\nhi\r\n0\r\nA: b\r\n\r\n",
            "HEAD http://x/a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
            "OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    private static final List<String> PIECES = List.of(
            "\r\n",
            "\n",
            "\r",
            "\r\n\r\n",
            " ",
            "\t",
            ":",
            ";",
            "\0",
            "0\r\n\r\n",
            "Content-Length: 3\r\n",
            "%",
            "é",
            "Transfer-Encoding: chunked\r\n",
            "Host: y\r\n",
            "GET / HTTP/1.1\r\n",
            "ffffffff",
            "-1",
            "HTTP/1.1");

    private final Random random = new Random(20261128);

    @Test
    void noNoiseBreaksIt() throws Exception {
        try (var echo = new Echo(Echo.PATIENT)) {
            for (var round = 0; round < ROUNDS; round++) {
                var noise = noise();

                assertThat(answers(echo, noise))
                        .as("round %d: %s", round, noise)
                        .allMatch(STATUS.asMatchPredicate());
                assertThat(echo.once("GET /good HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                        .as("after round %d: %s", round, noise)
                        .endsWith("GET /good [] ");
            }
            assertThat(echo.bugs).isEmpty();
        }
    }

    /** The status lines of all that comes back, the connection ended by its caller; answers to HEAD have no body here. */
    private static List<String> answers(Echo echo, String noise) throws IOException {
        try (var connection = echo.open()) {
            connection.write(noise.getBytes(ISO_8859_1));
            connection.end();
            var all = connection.rest();
            assertThat(all)
                    .satisfiesAnyOf(
                            some -> assertThat(some).isEmpty(),
                            some -> assertThat(some).startsWith("HTTP/1.1 "));
            return Pattern.compile("HTTP/1\\.1 \\d[^\r]*")
                    .matcher(all)
                    .results()
                    .map(found -> found.group())
                    .toList();
        }
    }

    private String noise() {
        if (random.nextInt(8) == 0) {
            var bytes = new byte[random.nextInt(3_000)];
            random.nextBytes(bytes);
            return new String(bytes, ISO_8859_1);
        }
        var text = new StringBuilder();
        for (var requests = random.nextInt(3); requests >= 0; requests--) {
            text.append(SEEDS.get(random.nextInt(SEEDS.size())));
        }
        for (var change = random.nextInt(4); change > 0; change--) {
            var at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(256));
                case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(8)));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(20))));
            }
        }
        return text.toString();
    }
}
