package io.belay.runtime.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.assembly.door.Json;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever event comes, the answer is JSON and nothing broke. The seed is fixed: a failure can be repeated. */
final class FuzzTest {
    private static final int ROUNDS = 10_000;
    private static final List<String> SEEDS = List.of(
            "{\"only\":[\"api\"],\"within\":\"20s\"}",
            "{\"detail-type\":\"Scheduled Event\",\"source\":\"aws.events\",\"detail\":{\"only\":[\"api\"]}}",
            "{\"version\":\"2.0\",\"rawPath\":\"/health\",\"rawQueryString\":\"only=api\",\"headers\":{\"accept\":\"*/*\"},"
                    + "\"requestContext\":{\"http\":{\"method\":\"GET\"}},\"isBase64Encoded\":false}",
            "{\"version\":\"2.0\",\"rawPath\":\"/health\",\"requestContext\":{\"http\":{\"method\":\"POST\"}},"
                    + "\"body\":\"e30=\",\"isBase64Encoded\":true}",
            "[".repeat(2_000));

    private final Random random = new Random(20261121);

    @Test
    void anyEventIsAnsweredInJson() throws Exception {
        var harbor = new Harbor();
        for (var round = 0; round < ROUNDS; round++) {
            var answer = harbor.answer(event());

            assertThat(Json.read(answer.getBytes(UTF_8), 1 << 20))
                    .as("round %d", round)
                    .isInstanceOf(Json.Fields.class);
            assertThat(answer).doesNotContain("\tat ", "Exception");
        }
        assertThat(harbor.logged()).doesNotContain("\"bug\"");
    }

    private byte[] event() {
        if (random.nextInt(8) == 0) {
            var noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            return noise;
        }
        var bytes = SEEDS.get(random.nextInt(SEEDS.size())).getBytes(UTF_8);
        for (var change = random.nextInt(4); change > 0; change--) {
            var wild = random.nextInt(8) == 0 ? random.nextInt(256) : "{}[]\",:\\0a%&= ".charAt(random.nextInt(14));
            bytes[random.nextInt(bytes.length)] = (byte) wild;
        }
        return bytes;
    }
}
