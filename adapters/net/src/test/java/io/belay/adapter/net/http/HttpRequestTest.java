package io.belay.adapter.net.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observation;
import io.belay.core.settings.Address;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import io.belay.core.settings.Tree;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpRequestTest {
    private record Seen(String method, String uri, Headers headers, String body) {}

    private final AtomicReference<Seen> seen = new AtomicReference<>();
    private final Loopback server = Loopback.plain().on("/", exchange -> {
        seen.set(new Seen(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        Loopback.answer(exchange, 200, Map.of(), new byte[0]);
    });

    @AfterEach
    void stop() {
        server.close();
    }

    private Seen sent(UnaryOperator<Settings.Builder> more) throws InterruptedException {
        var answer = Asking.observe(Asking.http(server.url("/x"), more, FactName.of("status")));
        assertThat(answer).isInstanceOf(Observation.Answered.class);
        return seen.get();
    }

    @Test
    void nothingToSendIsAGet() throws Exception {
        assertThat(sent(UnaryOperator.identity()).method()).isEqualTo("GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"})
    void everyMethodIsSent(String method) throws Exception {
        assertThat(sent(block -> block.set(HttpKeys.METHOD, method)).method()).isEqualTo(method);
    }

    @Test
    void jsonIsPostedAndNoValueEscapesItsString() throws Exception {
        var hostile = new Tree.Leaf(new Text(List.of(new Text.Part.Variable("name"))));
        var tree = new Tree.Branch(Map.of("user", hostile));
        var block = Settings.builder()
                .set(HttpKeys.URL, Asking.address(server.url("/")))
                .set(HttpKeys.JSON, tree)
                .build()
                .fill(Map.of("name", "x\",\"admin\":true,\"y\":\"\n\u2028"));

        Asking.observe(Asking.http().bind(block, Set.of()));

        assertThat(seen.get().method()).isEqualTo("POST");
        assertThat(seen.get().headers().getFirst("Content-Type")).isEqualTo("application/json");
        assertThat(seen.get().body())
                .startsWith("{\"user\":\"x\\\",\\\"admin\\\":true")
                .endsWith("\"}");
    }

    @Test
    void jsonKeepsItsKinds() throws Exception {
        var tree = new Tree.Row(List.of(
                new Tree.Numeral(new BigDecimal("1.50")),
                new Tree.Flag(true),
                new Tree.Nothing(),
                new Tree.Leaf(Text.of("é"))));

        assertThat(sent(block -> block.set(HttpKeys.JSON, tree)).body()).isEqualTo("[1.50,true,null,\"é\"]");
    }

    @Test
    void aFormIsEncoded() throws Exception {
        var sent = sent(block -> block.set(HttpKeys.FORM, Map.of("q", Text.of("a b&c=d"))));

        assertThat(sent.body()).isEqualTo("q=a+b%26c%3Dd");
        assertThat(sent.headers().getFirst("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
    }

    @Test
    void aContentTypeOfOnesOwnWins() throws Exception {
        var sent = sent(block -> block.set(HttpKeys.BODY, Text.of("<a/>"))
                .set(Access.HEADERS, Map.of("content-type", Text.of("text/xml"))));

        assertThat(sent.headers().get("Content-Type")).containsExactly("text/xml");
        assertThat(sent.body()).isEqualTo("<a/>");
    }

    @Test
    void theHostAskedForCanBeAnother() throws Exception {
        var sent = sent(block -> block.set(Access.HEADERS, Map.of("Host", Text.of("shop.example"))));

        assertThat(sent.headers().get("Host")).containsExactly("shop.example");
    }

    @Test
    void itSaysWhoAsksUnlessTheFileDoes() throws Exception {
        assertThat(sent(UnaryOperator.identity()).headers().get("User-Agent")).containsExactly("belay");
        assertThat(sent(block -> block.set(Access.HEADERS, Map.of("user-agent", Text.of("me"))))
                        .headers()
                        .get("User-Agent"))
                .containsExactly("me");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Connection", "content-length", "Transfer-Encoding", "Upgrade", "Expect"})
    void whatTheConnectionSaysIsNotTheFilesToSay(String name) {
        assertThatThrownBy(() -> sent(block -> block.set(Access.HEADERS, Map.of(name, Text.of("1")))))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("the connection itself");
    }

    @Test
    void basicAndBearerAreSent() throws Exception {
        assertThat(sent(block -> block.set(Access.BEARER, Text.of("t0ken")))
                        .headers()
                        .getFirst("Authorization"))
                .isEqualTo("Bearer t0ken");
        assertThat(sent(block -> block.set(Access.BASIC, login("ann", "pässword")))
                        .headers()
                        .getFirst("Authorization"))
                .isEqualTo("Basic YW5uOnDDpHNzd29yZA==");
    }

    @Test
    void percentEncodingIsKept() throws Exception {
        Asking.get(server.url("/a%2Fb/%20c?q=%26&r=1+2"));

        assertThat(seen.get().uri()).isEqualTo("/a%2Fb/%20c?q=%26&r=1+2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nb", "a\rb", "a\0b", "\u0100"})
    void aHeaderCannotBecomeTwo(String value) {
        assertThatThrownBy(() -> sent(block -> block.set(Access.HEADERS, Map.of("X-A", Text.of(value)))))
                .isInstanceOf(SettingException.class)
                .hasMessageNotContaining("Evil");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X A", "X:A", "X\r\nA", ""})
    void aHeadersNameIsAToken(String name) {
        assertThatThrownBy(() -> sent(block -> block.set(Access.HEADERS, Map.of(name, Text.of("a")))))
                .isInstanceOf(SettingException.class);
    }

    @Test
    void aTokenWithALineBreakIsRefusedUnderItsOwnKey() {
        assertThatThrownBy(() -> sent(block -> block.set(Access.BEARER, Text.of("a\r\nb"))))
                .isInstanceOfSatisfying(
                        SettingException.class, fault -> assertThat(fault.key()).isEqualTo("bearer"));
    }

    @Test
    void aUrlWithAUserIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> Asking.get("http://ann:s3cret@127.0.0.1/"))
                .isInstanceOf(SettingException.class)
                .hasMessageNotContaining("s3cret")
                .hasMessageContaining("basic");
    }

    @Test
    void aBrokenUrlIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> Asking.get("http://127.0.0.1/?key=s3cret broken"))
                .isInstanceOf(SettingException.class)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void bodyJsonAndFormExcludeOneAnother() {
        assertThatThrownBy(() -> sent(
                        block -> block.set(HttpKeys.BODY, Text.of("a")).set(HttpKeys.FORM, Map.of("b", Text.of("c")))))
                .isInstanceOf(SettingException.class)
                .hasMessage("one of body, json and form");
    }

    @Test
    void oneLogsInInOneWay() {
        assertThatThrownBy(() -> sent(block -> block.set(Access.BEARER, Text.of("t"))
                        .set(Access.HEADERS, Map.of("authorization", Text.of("Bearer u")))))
                .isInstanceOf(SettingException.class);
    }

    @Test
    void aSecretInTheUrlIsSentAndNotShown() throws Exception {
        var url = new Address(new Text(
                List.of(new Text.Part.Literal(server.url("/?key=")), new Text.Part.Secret("${env:KEY}", "s3cret"))));
        var probe =
                Asking.http().bind(Settings.builder().set(HttpKeys.URL, url).build(), Asking.facts("url", "status"));

        var answer = Asking.observe(probe);

        assertThat(seen.get().uri()).isEqualTo("/?key=s3cret");
        assertThat(probe.target().address()).endsWith("?key=${env:KEY}");
        assertThat(Asking.value(answer, "url")).isEqualTo(Value.of(server.url("/?key=${env:KEY}")));
    }

    private static Settings login(String user, String password) {
        return Settings.builder()
                .set(Access.USER, Text.of(user))
                .set(Access.PASSWORD, Text.of(password))
                .build();
    }
}
