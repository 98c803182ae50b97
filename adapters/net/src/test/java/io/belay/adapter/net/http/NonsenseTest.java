package io.belay.adapter.net.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.fact.Comparison;
import io.belay.core.fact.Condition;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are not what was asked for, and hosts that are none. */
@Timeout(30)
final class NonsenseTest {
    private static final FactName BODY = FactName.of("body");

    @Test
    void aHugeExponentStaysANumberAndSmall() throws Exception {
        try (var server = Loopback.plain().json("/", 200, "{\"n\":1e999999999,\"m\":-1e-999999999}")) {
            var asked = new FactName("json", "$.n");
            var value = Asking.value(Asking.get(server.url("/"), asked), asked);

            assertThat(value.shown()).hasSizeLessThan(100);
            assertThat(new Condition.Compared(Comparison.ABOVE, Value.of(5)).holds(value))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"n\":1e99999999999}", "{\"n\":[", "{} {}", "nul", "{\"n\":01}", "'n'", "", "\u0000"})
    void whatIsNoJsonIsAbsentAndSaid(String body) throws Exception {
        try (var server = Loopback.plain().json("/", 200, body)) {
            var asked = new FactName("json", "$.n");
            var seen = Asking.get(server.url("/"), asked);

            assertThat(Asking.value(seen, asked)).isEqualTo(Value.absent());
            assertThat(Asking.value(seen, "note").shown()).contains("no JSON");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void bracketsWithoutEndAreNoJson(String bracket) throws Exception {
        try (var server = Loopback.plain().json("/", 200, bracket.repeat(100_000))) {
            assertThat(Asking.value(Asking.get(server.url("/"), new FactName("json", "$..a")), "note")
                            .shown())
                    .contains("no JSON");
        }
    }

    @Test
    void halfACharacterIsMadeWhole() throws Exception {
        try (var server = Loopback.plain().json("/", 200, "{\"n\":\"a\\ud800b\",\"o\":{\"p\":\"\\udfff\"}}")) {
            var asked = new FactName("json", "$.n");
            var object = new FactName("json", "$.o");
            var seen = Asking.get(server.url("/"), asked, object);

            assertThat(Asking.value(seen, asked)).isEqualTo(Value.of("a?b"));
            assertThat(Asking.value(seen, object)).isEqualTo(Value.of("{\"p\":\"?\"}"));
        }
    }

    @Test
    void bytesThatAreNoTextAreShownAsSuch() throws Exception {
        try (var server = Loopback.plain()
                .on(
                        "/",
                        exchange -> Loopback.answer(
                                exchange, 200, Map.of(), new byte[] {'a', (byte) 0xff, (byte) 0xc3, 'b'}))) {
            assertThat(Asking.value(Asking.get(server.url("/"), BODY), BODY)).isEqualTo(Value.of("a\ufffd\ufffdb"));
        }
    }

    @Test
    void noSuchHostSaysSo() throws Exception {
        assertThat(Asking.refusal(Asking.get("http://nobody.invalid/"))).isEqualTo("no such host");
    }

    @Test
    void aClosedPortSaysSo() throws Exception {
        assertThat(Asking.refusal(Asking.get("http://127.0.0.1:" + Asking.freePort() + "/")))
                .isEqualTo("connection refused");
    }

    @Test
    void aServerThatHangsUpSaysSo() throws Exception {
        try (var server = RawServer.sending("")) {
            assertThat(Asking.refusal(Asking.get(server.url("/"))))
                    .startsWith("the connection was closed before an answer came");
        }
    }
}
