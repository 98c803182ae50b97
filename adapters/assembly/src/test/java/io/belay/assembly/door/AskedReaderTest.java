package io.belay.assembly.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AskedReaderTest {
    private static Asked read(String json) {
        return AskedReader.of("health", Optional.empty()).read(json.getBytes(UTF_8));
    }

    @Test
    void nothingSaidAsksForAll() {
        assertThat(read("")).isEqualTo(Asked.ALL);
        assertThat(read(" \n")).isEqualTo(Asked.ALL);
        assertThat(read("{}")).isEqualTo(Asked.ALL);
    }

    @Test
    void namesAndASpanAreRead() {
        assertThat(read("{\"only\":[\"api\",\"login\"],\"within\":\"20s\"}"))
                .isEqualTo(new Asked(Set.of("api", "login"), Optional.of(Duration.ofSeconds(20))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    [{"only":["api"]}]                    | $           | found a list; an object is meant
                    "health"                              | $           | found a text; an object is meant
                    null                                  | $           | found nothing; an object is meant
                    {"payload":{"only":["api"]}}          | $.payload   | no such field
                    {"headers":{"spring.cloud.function.definition":"rollback"}} | $.headers | no such field
                    {"function":"rollback"}               | $.function  | no such field
                    {"Only":["api"]}                      | $.Only      | no such field
                    {"only":"api"}                        | $.only      | found a text; a list of names is meant
                    {"only":[]}                           | $.only      | leave the field out
                    {"only":["api",5]}                    | $.only[1]   | found a number; a name is meant
                    {"only":[null]}                       | $.only[0]   | found nothing; a name is meant
                    {"within":20}                         | $.within    | found a number; a span such as 20s is meant
                    {"within":"20"}                       | $.within    | found 20; a span such as 20s is meant
                    {"within":"0s"}                       | $.within    | a span such as 20s is meant
                    {"only":["api"],"only":["web"]}       | line 1      | Duplicate
                    {"only":["api"]} {}                   | $           | something follows
                    {"only":["api"]                       | line 1      | not well-formed
                    {'only':['api']}                      | line 1      | not well-formed
                    """)
    void whatIsNotMeantIsRefusedWithItsPlace(String json, String place, String message) {
        assertThatThrownBy(() -> read(json)).isInstanceOfSatisfying(BadRequest.class, refused -> {
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.place()).startsWith(place);
            assertThat(refused).hasMessageContaining(message);
        });
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedUnread() {
        var body = new byte[AskedReader.LARGEST + 1];
        Arrays.fill(body, (byte) ' ');

        assertThatThrownBy(() -> AskedReader.of("health", Optional.empty()).read(body))
                .isInstanceOfSatisfying(
                        BadRequest.class,
                        refused -> assertThat(refused.status()).isEqualTo(413));
    }

    @Test
    void whateverComesIsReadOrRefused() {
        var random = new Random(20261121);
        var valid = "{\"only\":[\"api\",\"login\"],\"within\":\"20s\"}".getBytes(UTF_8);
        for (int i = 0; i < 20_000; i++) {
            var body = Arrays.copyOf(valid, 1 + random.nextInt(valid.length + 4));
            for (int change = random.nextInt(4); change >= 0; change--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            try {
                AskedReader.of("health", Optional.empty()).read(body);
            } catch (BadRequest refused) {
                assertThat(refused.place()).isNotBlank();
            }
        }
    }

    @Test
    void deepNestingIsRefused() {
        assertThatThrownBy(() -> read("{\"only\":" + "[".repeat(30_000))).isInstanceOf(BadRequest.class);
    }
}
