package io.belay.adapter.net.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.fact.Condition;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.settings.SettingException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpFactsTest {
    private final Loopback server = Loopback.plain();

    @AfterEach
    void stop() {
        server.close();
    }

    private Value seen(FactName name) throws InterruptedException {
        return Asking.value(Asking.get(server.url("/"), name), name);
    }

    private Value json(String path) throws InterruptedException {
        return seen(new FactName("json", path));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 404, 503})
    void theStatusIsAFactWhateverItIs(int status) throws Exception {
        server.on("/", status, Map.of(), "");

        assertThat(seen(FactName.of("status"))).isEqualTo(Value.of(status));
    }

    @Test
    void aStatusInTheTwoHundredsIsExpectedByDefault() {
        var byDefault = HttpFacts.OBSERVABLES.getFirst().byDefault().orElseThrow();

        assertThat(byDefault.holds(Value.of(204))).isTrue();
        assertThat(byDefault.holds(Value.of(301))).isFalse();
    }

    @Test
    void aPathLeadsToOneValue() throws Exception {
        server.json("/", 200, "{\"a\":{\"status\":\"healthy\",\"n\":1.50,\"on\":true,\"gone\":null}}");

        assertThat(json("$.a.status")).isEqualTo(Value.of("healthy"));
        assertThat(json("$.a.n")).isEqualTo(Value.of(new BigDecimal("1.50")));
        assertThat(json("$.a.on")).isEqualTo(Value.of(true));
        assertThat(json("$.a.gone")).isEqualTo(Value.absent());
        assertThat(json("$.a.never")).isEqualTo(Value.absent());
        assertThat(json("$.a.status.deeper")).isEqualTo(Value.absent());
    }

    @Test
    void aPathThatMayMatchManyPlacesGivesWhatItMatches() throws Exception {
        server.json("/", 200, "{\"parts\":[{\"id\":1,\"ok\":true},{\"id\":2,\"ok\":false},{\"id\":3,\"ok\":false}]}");

        assertThat(json("$.parts[*].id")).isEqualTo(Value.of(List.<Value>of(number(1), number(2), number(3))));
        assertThat(json("$.parts[?(@.ok==true)].id")).isEqualTo(number(1));
        assertThat(json("$.parts[?(@.id>7)].id")).isEqualTo(Value.absent());
        assertThat(json("$.parts.length()").asNumber()).contains(new BigDecimal("3"));
    }

    @Test
    void aListAtTheTopHasALength() throws Exception {
        server.json("/", 200, "[1,2,3,4]");

        assertThat(json("$.length()").asNumber()).contains(new BigDecimal("4"));
        assertThat(json("$[-1]")).isEqualTo(number(4));
    }

    @Test
    void anObjectIsGivenAsJson() throws Exception {
        server.json("/", 200, "{\"a\":{\"b\":[1,\"two\\\"\"]}}");

        assertThat(json("$.a")).isEqualTo(Value.of("{\"b\":[1,\"two\\\"\"]}"));
    }

    @Test
    void aPageThatIsNoJsonSaysSo() throws Exception {
        server.on("/", 200, Map.of("Content-Type", "text/html"), "<html>Bad gateway</html>");

        var seen = Asking.get(server.url("/"), new FactName("json", "$.status"));

        assertThat(Asking.value(seen, new FactName("json", "$.status"))).isEqualTo(Value.absent());
        assertThat(Asking.value(seen, "note").shown()).contains("no JSON at line 1, column 1");
    }

    @Test
    void aHeaderIsFoundHoweverItIsWritten() throws Exception {
        server.on("/", 200, Map.of("X-Frame-Options", "DENY"), "");

        assertThat(seen(new FactName("header", "x-fRAME-options"))).isEqualTo(Value.of("DENY"));
        assertThat(seen(new FactName("header", "X-Other"))).isEqualTo(Value.absent());
    }

    @Test
    void aCookieIsFoundByItsName() throws Exception {
        server.on("/", exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "theme=dark");
            exchange.getResponseHeaders().add("Set-Cookie", "session=a=b; Path=/; HttpOnly");
            Loopback.answer(exchange, 200, Map.of(), new byte[0]);
        });

        assertThat(seen(new FactName("cookie", "session"))).isEqualTo(Value.of("a=b"));
        assertThat(seen(new FactName("header", "Set-Cookie")).shown()).contains("theme=dark", "HttpOnly");
    }

    @Test
    void theBodyIsReadInItsCharacterSet() throws Exception {
        server.on(
                "/",
                exchange -> Loopback.answer(
                        exchange, 200, Map.of("Content-Type", "text/plain; charset=ISO-8859-1"), new byte[] {
                            'c', 'a', 'f', (byte) 0xe9
                        }));

        assertThat(seen(FactName.of("body"))).isEqualTo(Value.of("café"));
        assertThat(seen(FactName.of("size"))).isEqualTo(Value.of(4));
    }

    @Test
    void aPatternGivesItsFirstGroup() throws Exception {
        server.on("/", 200, Map.of(), "order id=5 of 7");

        var five = new Condition.Is(Value.of(5));

        assertThat(five.holds(seen(new FactName("match", "id=(\\d+)")))).isTrue();
        assertThat(seen(new FactName("match", "of \\d"))).isEqualTo(Value.of("of 7"));
        assertThat(seen(new FactName("match", "id=(x)"))).isEqualTo(Value.absent());
    }

    @Test
    void whatIsMalformedIsSaidBeforeAnythingIsAsked() {
        assertThatThrownBy(() -> Asking.get(server.url("/"), new FactName("match", "(")))
                .isInstanceOfSatisfying(
                        SettingException.class, fault -> assertThat(fault.key()).isEqualTo("expect.match"));
        assertThatThrownBy(() -> Asking.get(server.url("/"), new FactName("json", "$.a[?(")))
                .isInstanceOfSatisfying(
                        SettingException.class, fault -> assertThat(fault.key()).isEqualTo("expect.json"));
    }

    @Test
    void aRedirectIsSeenAsItIs() throws Exception {
        server.redirect("/", 301, "/elsewhere");

        var seen =
                Asking.get(server.url("/"), FactName.of("status"), FactName.of("redirects"), FactName.of("protocol"));

        assertThat(Asking.value(seen, "status")).isEqualTo(Value.of(301));
        assertThat(Asking.value(seen, "redirects")).isEqualTo(Value.of(0));
        assertThat(Asking.value(seen, "protocol")).isEqualTo(Value.of("HTTP/1.1"));
        assertThat(Asking.value(seen, "note").shown()).contains("/elsewhere");
    }

    private static Value number(long number) {
        return Value.of(number);
    }
}
