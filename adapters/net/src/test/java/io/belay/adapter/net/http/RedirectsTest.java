package io.belay.adapter.net.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observation;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RedirectsTest {
    private static final FactName[] ASKED =
            Asking.facts("status", "redirects", "url").toArray(FactName[]::new);

    private final Loopback server = Loopback.plain().json("/end", 200, "{}");
    private final AtomicReference<String> reached = new AtomicReference<>("nothing");
    private final AtomicReference<Headers> headers = new AtomicReference<>(new Headers());
    private final Loopback other = Loopback.plain().on("/", exchange -> {
        reached.set(exchange.getRequestMethod() + " "
                + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        headers.set(exchange.getRequestHeaders());
        Loopback.answer(exchange, 200, Map.of(), new byte[0]);
    });

    @AfterEach
    void stop() {
        server.close();
        other.close();
    }

    private static UnaryOperator<Settings.Builder> most(long redirects, String... allowed) {
        return block -> {
            block.set(HttpKeys.REDIRECTS, redirects);
            return allowed.length == 0 ? block : block.set(HttpKeys.REDIRECT_TO, List.of(allowed));
        };
    }

    private Observation asked(UnaryOperator<Settings.Builder> more) throws InterruptedException {
        return Asking.observe(Asking.http(server.url("/start"), more, ASKED));
    }

    @Test
    void aChainOnTheSameHostIsFollowed() throws Exception {
        server.redirect("/start", 302, "/second?x=1#part").redirect("/second", 307, server.url("/end"));

        var seen = asked(most(2));

        assertThat(Asking.value(seen, "status")).isEqualTo(Value.of(200));
        assertThat(Asking.value(seen, "redirects")).isEqualTo(Value.of(2));
        assertThat(Asking.value(seen, "url")).isEqualTo(Value.of(server.url("/end")));
    }

    @Test
    void oneHopTooManyIsRefused() throws Exception {
        server.redirect("/start", 302, "/second").redirect("/second", 302, "/end");

        assertThat(Asking.refusal(asked(most(1))))
                .isEqualTo("redirected more than 1 times, last to " + server.url("/end"));
    }

    @Test
    void aCircleIsRefused() throws Exception {
        server.redirect("/start", 302, "/second").redirect("/second", 302, "/start");

        assertThat(Asking.refusal(asked(most(20)))).startsWith("redirected in a circle");
    }

    @Test
    void anotherPortOfAPrivateHostNeedsAWord() throws Exception {
        server.redirect("/start", 302, other.url("/"));

        assertThat(Asking.refusal(asked(most(5)))).contains("a private address");
        assertThat(reached.get()).isEqualTo("nothing");
        assertThat(asked(most(5, "private"))).isInstanceOf(Observation.Answered.class);
        assertThat(reached.get()).startsWith("GET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://[::1]:1/",
                "http://localhost:1/",
                "http://2130706433:1/",
                "http://10.1.2.3/",
                "http://100.64.0.1/",
                "http://[fc00::1]/",
                "http://[::ffff:127.0.0.1]:1/",
                "http://[64:ff9b::7f00:1]/",
                "http://[2002:7f00:1::]/",
                "http://0.0.0.0:1/",
            })
    void aPrivateAddressIsRefusedHoweverWritten(String location) throws Exception {
        server.redirect("/start", 302, location);

        assertThat(Asking.refusal(asked(most(5)))).contains("a private address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "http://100.100.100.200/latest/meta-data/",
                "http://[fe80::1]/",
                "http://[fd00:ec2::254]/",
                "http://[::ffff:169.254.169.254]/",
                "http://2852039166/",
            })
    void theCloudsMetadataIsRefusedWhateverTheFileSays(String location) throws Exception {
        server.redirect("/start", 302, location);

        assertThat(Asking.refusal(asked(most(5, "private", "other-scheme")))).contains("metadata address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://127.0.0.1/", "javascript:alert(1)", "gopher://127.0.0.1:1/"})
    void aThirdSchemeIsRefusedWhateverTheFileSays(String location) throws Exception {
        server.redirect("/start", 302, location);

        assertThat(Asking.refusal(asked(most(5, "private", "other-scheme")))).contains("neither http nor https");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "http:///x", "http://a b/", "//", "http://ann:pw@127.0.0.1/", "http://[::1/"})
    void whatIsNoUrlIsRefused(String location) throws Exception {
        server.redirect("/start", 302, location);

        assertThat(asked(most(5, "private"))).isInstanceOf(Observation.Refused.class);
    }

    @Test
    void anotherOriginGetsNoCredentials() throws Exception {
        server.redirect("/start", 302, other.url("/"));
        var secrets = Map.of(
                "Authorization", Text.of("Bearer t0ken"),
                "Cookie", Text.of("session=1"),
                "X-Api-Key", Text.of("k3y"),
                "Accept", Text.of("text/html"));

        asked(block -> most(5, "private").apply(block).set(Access.HEADERS, secrets));

        assertThat(headers.get().getFirst("Accept")).isEqualTo("text/html");
        assertThat(headers.get()).doesNotContainKeys("Authorization", "Cookie", "X-api-key");
    }

    @Test
    void theSameOriginKeepsThem() throws Exception {
        var kept = new ArrayList<String>();
        server.redirect("/start", 302, "/kept").on("/kept", exchange -> {
            kept.add(exchange.getRequestHeaders().getFirst("Authorization"));
            Loopback.answer(exchange, 200, Map.of(), new byte[0]);
        });

        asked(block -> most(5).apply(block).set(Access.BEARER, Text.of("t0ken")));

        assertThat(kept).containsExactly("Bearer t0ken");
    }

    @Test
    void aBodyIsNotHandedToAnotherOrigin() throws Exception {
        server.redirect("/start", 307, other.url("/"));

        var seen = asked(block -> most(5, "private").apply(block).set(HttpKeys.BODY, Text.of("password")));

        assertThat(Asking.refusal(seen)).contains("body");
        assertThat(reached.get()).isEqualTo("nothing");
    }

    @Test
    void aPostBecomesAGetWithoutItsBody() throws Exception {
        server.redirect("/start", 303, other.url("/"));

        asked(block -> most(5, "private").apply(block).set(HttpKeys.BODY, Text.of("password")));

        assertThat(reached.get()).isEqualTo("GET ");
    }

    @Test
    void httpsBecomesHttpOnlyWhereTheFileSaysSo(@TempDir Path folder) throws Exception {
        var shown = Certificates.valid(folder);
        try (var secure = Loopback.secure(shown.context()).redirect("/", 302, other.url("/"))) {
            UnaryOperator<Settings.Builder> believing = block -> block.set(Access.CA, Text.of(shown.pem()));

            var strict =
                    Asking.http(secure.url("/"), block -> most(5, "private").apply(believing.apply(block)), ASKED);
            var told = Asking.http(
                    secure.url("/"), block -> most(5, "private", "other-scheme").apply(believing.apply(block)), ASKED);

            assertThat(Asking.refusal(Asking.observe(strict))).contains("from https to http://");
            assertThat(Asking.observe(told)).isInstanceOf(Observation.Answered.class);
        }
    }

    @Test
    void theQueryOfARefusedPlaceIsNotShown() throws Exception {
        server.redirect("/start", 302, "http://10.0.0.1/login?token=s3cret");

        assertThat(Asking.refusal(asked(most(5)))).contains("10.0.0.1/login").doesNotContain("s3cret");
    }
}
