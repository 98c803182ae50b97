package io.belay.adapter.net.announce;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.net.http.Access;
import io.belay.adapter.net.http.Asking;
import io.belay.adapter.net.json.Json;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.Report;
import io.belay.core.announce.Announcement;
import io.belay.core.announce.Announcer;
import io.belay.core.fact.Value;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A webhook, from its block to what a receiver gets. */
final class WebhookTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static String json(Report report) {
        return "{\"belay\":\"report/1\",\"correlation\":\"" + report.correlation() + "\"}\n";
    }

    private static Announcer announcer(String url, Optional<String> secret, Function<Report, String> json) {
        var settings = Settings.builder().set(Post.URL, Asking.address(url));
        secret.ifPresent(each -> settings.set(WebhookKind.SECRET, Text.of(each)));
        return new WebhookKind(Asking.clients(), json).bind(settings.build(), Optional.empty());
    }

    private static Told.Message told(Announcement announcement, Optional<String> secret, Function<Report, String> json)
            throws InterruptedException {
        try (var receiver = new Told(204, Map.of(), "")) {
            announcer(receiver.url(), secret, json).tell(announcement, Told.soon());
            assertThat(receiver.messages).hasSize(1);
            return receiver.messages.getFirst();
        }
    }

    @Test
    void theBodySaysItAllAndTheWholeReport() throws Exception {
        var told = told(
                Told.announcement("harbor prod: rolled back", "Why: \"it\" is red.\nNext: look."),
                Optional.empty(),
                WebhookTest::json);

        var body = Json.of(told.body());
        assertThat(body.at("$.type")).isEqualTo(Value.of("belay.rollback"));
        assertThat(body.at("$.timestamp")).isEqualTo(Value.of("2026-11-21T07:59:59Z"));
        assertThat(body.at("$.title")).isEqualTo(Value.of("harbor prod: rolled back"));
        assertThat(body.at("$.text")).isEqualTo(Value.of("Why: \"it\" is red.\nNext: look."));
        assertThat(body.at("$.verdict")).isEqualTo(Value.of("PASS"));
        assertThat(body.at("$.report.belay")).isEqualTo(Value.of("report/1"));
        assertThat(body.at("$.report.correlation")).isEqualTo(Value.of("4bf92f35.77b3"));
        assertThat(told.headers().getFirst("Content-Type")).isEqualTo("application/json");
    }

    /** The specification's own example, as its libraries test it. */
    @Test
    void aSignatureIsTheOneOfTheSpecification() {
        var header = WebhookSignature.of("secret", SECRET)
                .header("msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1_614_265_330), "{\"test\": 2432232314}");

        assertThat(header.name()).isEqualTo("webhook-signature");
        assertThat(header.value()).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void whatIsSignedIsWhatIsSent() throws Exception {
        var told = told(Told.announcement("title", "Text mit Umlaut: zurück"), Optional.of(SECRET), WebhookTest::json);

        assertThat(told.headers().getFirst("webhook-timestamp")).isEqualTo("1795248000");
        var again = WebhookSignature.of("secret", SECRET)
                .header(told.headers().getFirst("webhook-id"), Instant.ofEpochSecond(1_795_248_000), told.body());
        assertThat(told.headers().getFirst("webhook-signature")).isEqualTo(again.value());
    }

    @Test
    void withoutASecretNothingIsSigned() throws Exception {
        var told = told(Told.announcement("title", "text"), Optional.empty(), WebhookTest::json);

        assertThat(told.headers().containsKey("webhook-signature")).isFalse();
        assertThat(told.headers().getFirst("webhook-id")).isEqualTo("msg_4bf92f35~77b3_1795247990000");
    }

    @Test
    void anAnnouncementKeepsItsIdHoweverOftenItIsTold() throws Exception {
        var announcement = Told.announcement("title", "text");

        assertThat(told(announcement, Optional.empty(), WebhookTest::json)
                        .headers()
                        .getFirst("webhook-id"))
                .isEqualTo(told(announcement, Optional.empty(), WebhookTest::json)
                        .headers()
                        .getFirst("webhook-id"))
                .doesNotContain(".");
    }

    @Test
    void whatIsTooLongIsShortenedAndSaysSo() throws Exception {
        var told = told(
                Told.announcement("title", "ü".repeat(300_000)),
                Optional.empty(),
                _ -> "\"" + "x".repeat(900_000) + "\"");

        var body = Json.of(told.body());
        assertThat(told.body().getBytes(UTF_8)).hasSizeLessThan(1_000_000);
        assertThat(body.at("$.report")).isEqualTo(Value.absent());
        assertThat(body.at("$.text").shown())
                .contains("(cut: the report has it all)")
                .endsWith("(the report is left out: it is longer than a webhook should be)");
    }

    @ParameterizedTest
    @CsvSource({
        "302, REJECTED",
        "400, REJECTED",
        "401, DENIED",
        "403, DENIED",
        "404, NOT_FOUND",
        "410, NOT_FOUND",
        "429, THROTTLED",
        "500, UNREACHABLE",
        "503, UNREACHABLE",
        "504, TIMED_OUT"
    })
    void whatIsNoYesIsAFaultAndIsNotSaidAgain(int status, Fault.Kind kind) {
        try (var receiver = new Told(status, Map.of("Location", "/hook"), SECRET)) {
            var announcer = announcer(receiver.url(), Optional.of(SECRET), WebhookTest::json);

            assertThatThrownBy(() -> announcer.tell(Told.announcement("title", "text"), Told.soon()))
                    .isInstanceOfSatisfying(
                            PortException.class,
                            refused -> assertThat(refused.fault().kind()).isEqualTo(kind))
                    .hasMessageContaining("127.0.0.1 answered " + status)
                    .hasMessageNotContaining("whsec_");
            assertThat(receiver.messages).hasSize(1);
        }
    }

    @Test
    void whoDoesNotListenIsUnreachable() {
        var announcer = announcer(
                "http://127.0.0.1:" + Asking.freePort() + "/secret-path", Optional.empty(), WebhookTest::json);

        assertThatThrownBy(() -> announcer.tell(Told.announcement("title", "text"), Told.soon()))
                .isInstanceOfSatisfying(
                        PortException.class,
                        refused -> assertThat(refused.fault().kind()).isEqualTo(Fault.Kind.UNREACHABLE))
                .hasMessageNotContaining("secret-path");
    }

    @Test
    void nothingIsToldAfterTheDeadline() {
        try (var receiver = new Told(204, Map.of(), "")) {
            var announcer = announcer(receiver.url(), Optional.empty(), WebhookTest::json);

            assertThatThrownBy(() -> announcer.tell(
                            Told.announcement("title", "text"), Deadline.in(Duration.ZERO, InstantSource.system())))
                    .isInstanceOfSatisfying(
                            PortException.class,
                            refused -> assertThat(refused.fault().kind()).isEqualTo(Fault.Kind.TIMED_OUT));
            assertThat(receiver.messages).isEmpty();
        }
    }

    @Test
    void theUrlIsNotShownButItsHost() {
        var announcer = announcer(
                "https://hooks.example.com/services/T0/B0/xyz?token=abc", Optional.empty(), WebhookTest::json);

        assertThat(announcer.kind()).isEqualTo("webhook");
        assertThat(announcer.target().address()).isEqualTo("webhook at hooks.example.com");
    }

    @Test
    void headersOfTheBlockAreSent() throws Exception {
        try (var receiver = new Told(200, Map.of(), "ok")) {
            var settings = Settings.builder()
                    .set(Post.URL, Asking.address(receiver.url()))
                    .set(Access.HEADERS, Map.of("X-Team", Text.of("orders")))
                    .set(Access.BEARER, Text.of("token-1"))
                    .build();

            new WebhookKind(Asking.clients(), WebhookTest::json)
                    .bind(settings, Optional.empty())
                    .tell(Told.announcement("title", "text"), Told.soon());

            assertThat(receiver.messages.getFirst().headers().getFirst("X-Team"))
                    .isEqualTo("orders");
            assertThat(receiver.messages.getFirst().headers().getFirst("Authorization"))
                    .isEqualTo("Bearer token-1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"whsec_c2hvcnQ=", "c2hvcnQ=", "whsec_====", "whsec_A"})
    void aSecretThatIsNoneIsRefusedWithoutBeingShown(String secret) {
        assertThatThrownBy(() -> announcer("https://example.com/hook", Optional.of(secret), WebhookTest::json))
                .isInstanceOfSatisfying(
                        SettingException.class,
                        refused -> assertThat(refused.key()).isEqualTo("secret"))
                .hasMessageContaining("24 to 64 bytes in Base64 are meant")
                .hasMessageNotContaining(secret);
    }

    @Test
    void everyKeyIsDescribed() {
        assertThat(new WebhookKind(Asking.clients(), WebhookTest::json).shape().keys())
                .extracting(key -> key.name() + (key.required() ? "!" : ""))
                .isEqualTo(List.of("url!", "secret", "headers", "basic", "bearer", "ca", "verify", "timeout"));
    }
}
