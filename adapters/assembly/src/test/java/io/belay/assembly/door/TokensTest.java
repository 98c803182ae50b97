package io.belay.assembly.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.assembly.Bundle;
import io.belay.core.Deadline;
import io.belay.core.Progress;
import io.belay.core.testkit.InMemorySystem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private static final String PIPELINE = "pipeline-token-0123456789";
    private static final String WATCHER = "watcher-token-0123456789";
    private static final String ADA = "adas-token-0123456789";

    private final InMemorySystem harbor = new InMemorySystem("cloudwatch", "errors");
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final Log log = new Log(new PrintStream(logged, true, UTF_8), harbor.time(), UnaryOperator.identity());
    private final Doorway doorway =
            new Doorway(() -> new Door(Bundle.of(harbor.spec(), harbor.time(), Progress.NONE), log), log);

    private static String sha256(String token) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
    }

    private static Tokens tokens() throws Exception {
        return Tokens.of(Map.of(
                "BELAY_TOKENS",
                "watcher:verify:" + sha256(WATCHER) + " pipeline:plan:" + sha256(PIPELINE) + "\nada:rollback:"
                        + sha256(ADA)));
    }

    private HttpReply call(Tokens tokens, String method, String path, String... authorization) throws IOException {
        var shown = new HashSet<>(Bundle.READING);
        shown.add(Bundle.ROLLBACK);
        Map<String, String> headers = authorization.length == 0 ? Map.of() : Map.of("authorization", authorization[0]);
        return new HttpDoor(doorway, Set.copyOf(shown))
                .guarded(tokens)
                .reply(new HttpCall(
                        method,
                        path,
                        "",
                        headers,
                        new ByteArrayInputStream("{}".getBytes(UTF_8)),
                        Optional.empty(),
                        Optional.empty(),
                        Deadline.in(Duration.ofMinutes(5), harbor.time())));
    }

    @Test
    void withoutAListWhoeverReachesTheDoorComesIn() throws Exception {
        assertThat(call(Tokens.of(Map.of()), "GET", "/health").status()).isEqualTo(503);
        assertThat(logged.toString(UTF_8)).contains("\"function\":\"health\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer wrong-token-0123456789", "Basic " + WATCHER, "Bearer  ", WATCHER})
    void whoBearsNoneThatIsKnownStaysOutside(String authorization) throws Exception {
        for (var path :
                Set.of("/health", "/rollback", "/metrics", "/metrics/migration-verify", "/alarms", "/nothing")) {
            var reply = call(tokens(), "POST", path, authorization);

            assertThat(reply.status()).as(path).isEqualTo(401);
            assertThat(reply.headers()).containsEntry("www-authenticate", "Bearer");
        }
        assertThat(harbor.rollbacks()).isZero();
        assertThat(logged.toString(UTF_8)).doesNotContain("0123456789", "\"function\"");
    }

    @ParameterizedTest
    @CsvSource({
        WATCHER + ", GET, /health, true",
        WATCHER + ", GET, /metrics, true",
        WATCHER + ", GET, /rollback-plan, false",
        WATCHER + ", POST, /rollback, false",
        PIPELINE + ", GET, /health, true",
        PIPELINE + ", GET, /rollback-plan, true",
        PIPELINE + ", POST, /rollback, false",
        ADA + ", GET, /health, true",
        ADA + ", POST, /rollback, true"
    })
    void aTokenReachesAsFarAsItsScope(String token, String method, String path, boolean reaches) throws Exception {
        assertThat(call(tokens(), method, path, "Bearer " + token).status() != 403)
                .isEqualTo(reaches);
        assertThat(logged.toString(UTF_8)).doesNotContain(token);
    }

    @Test
    void whetherItLivesAndIsReadyAnybodyMayAsk() throws Exception {
        assertThat(call(tokens(), "GET", "/health/live").status()).isEqualTo(200);
        assertThat(call(tokens(), "GET", "/health/ready").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ci", "ci:verify:abc", "ci:everything:HASH", "ci:verify:HASH extra", ":verify:HASH"})
    void whereTheListIsWrongNobodyComesIn(String written) throws Exception {
        var list = written.replace("HASH", sha256(ADA));

        var reply = call(Tokens.of(Map.of("BELAY_TOKENS", list)), "POST", "/rollback", "Bearer " + ADA);

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.body()).contains("BELAY_TOKENS: number").doesNotContain(sha256(ADA));
        assertThat(harbor.rollbacks()).isZero();
    }

    @Test
    void aTokensNameGoesBeforeWhatIsSaid() throws Exception {
        var reply = new HttpDoor(doorway, Set.of(Bundle.ROLLBACK))
                .guarded(tokens())
                .reply(posted("/rollback", "{\"by\": \"Mallory\"}", "Bearer " + ADA));

        assertThat(reply.body()).contains("ada asked for it").doesNotContain("Mallory");
        assertThat(harbor.rollbacks()).isOne();
    }

    private HttpCall posted(String path, String body, String authorization) {
        return new HttpCall(
                "POST",
                path,
                "",
                Map.of("authorization", authorization),
                new ByteArrayInputStream(body.getBytes(UTF_8)),
                Optional.empty(),
                Optional.empty(),
                Deadline.in(Duration.ofMinutes(5), harbor.time()));
    }
}
