package io.belay.runtime.fc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.assembly.door.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is sent, the answer is JSON and nothing broke. The seed is fixed: a failure can be repeated. */
final class FuzzTest {
    private static final int ROUNDS = 1_500;
    private static final List<String> SEEDS = List.of(
            "{\"only\":[\"api\"],\"within\":\"20s\"}",
            "{\"triggerTime\":\"2026-11-21T07:49:00Z\",\"triggerName\":\"t\",\"payload\":\"{\\\"only\\\":[\\\"api\\\"]}\"}",
            "{\"a\":[[[{\"b\":null}]],1e400,-0.0,true]}",
            "[".repeat(2_000));

    private final Random random = new Random(20261121);

    @Test
    void anyBodyIsAnsweredInJson() throws Exception {
        try (var harbor = new Harbor()) {
            for (var round = 0; round < ROUNDS; round++) {
                var body = body();
                var path = round % 2 == 0 ? "/invoke" : "/health";
                var answer = harbor.send(harbor.to(path).POST(BodyPublishers.ofByteArray(body)));

                assertThat(harbor.logged()).as("round %d", round).doesNotContain("\"bug\"");
                check(answer, round);
            }
        }
    }

    @Test
    void anyHeaderAndQueryIsAnsweredInJson() throws Exception {
        try (var harbor = new Harbor()) {
            for (var round = 0; round < ROUNDS; round++) {
                var request = harbor.to("/health?" + word() + "=" + word());
                for (var name : List.of(
                        "accept",
                        "traceparent",
                        "x-request-id",
                        "x-fc-request-id",
                        "x-fc-function-timeout",
                        "x-fc-retry-count",
                        "x-prometheus-scrape-timeout-seconds")) {
                    request.header(name, word());
                }

                check(harbor.send(request), round);
            }
            assertThat(harbor.logged()).doesNotContain("\"bug\"");
        }
    }

    private static void check(HttpResponse<String> answer, int round) {
        assertThat(answer.statusCode()).as("round %d", round).isIn(200, 400, 406, 413, 503);
        assertThat(answer.headers().firstValue("x-fc-status")).contains("200");
        assertThat(Json.read(answer.body().getBytes(UTF_8), 1 << 20)).isInstanceOf(Json.Fields.class);
        assertThat(answer.body()).doesNotContain("\tat ", "Exception");
    }

    private byte[] body() {
        if (random.nextInt(4) == 0) {
            var noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            return noise;
        }
        var bytes = SEEDS.get(random.nextInt(SEEDS.size())).getBytes(UTF_8);
        for (var change = random.nextInt(4); change > 0; change--) {
            bytes[random.nextInt(bytes.length)] =
                    (byte) (random.nextBoolean() ? random.nextInt(256) : "{}[]\",:\\0a".charAt(random.nextInt(10)));
        }
        return bytes;
    }

    /** Of characters that a client may put into a header and a query. */
    private String word() {
        var word = new StringBuilder("x");
        for (var left = random.nextInt(40); left > 0; left--) {
            word.append("abcXYZ0129.-_~!*'();:@,/$".charAt(random.nextInt(25)));
        }
        return word.toString();
    }
}
