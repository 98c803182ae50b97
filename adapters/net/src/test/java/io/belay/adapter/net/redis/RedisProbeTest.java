package io.belay.adapter.net.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.net.tcp.Ask;
import io.belay.adapter.net.tcp.Endpoint;
import io.belay.adapter.net.tcp.TestingServer;
import io.belay.adapter.net.tls.Authorities;
import io.belay.adapter.net.tls.TestingAuthority;
import io.belay.core.fact.Comparison;
import io.belay.core.fact.Condition;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Probe;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import io.belay.core.testkit.ProbeContract;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RedisProbeTest extends ProbeContract {
    private static final String CANARY = "canary-pass-word";
    private static final FactName POLICY = new FactName("info", "maxmemory_policy");
    private static final FactName NO_SUCH = new FactName("info", "no_such_field");

    private static RunningRedis redis;
    private static RunningRedis guarded;

    private final TestingServer silent = TestingServer.silent();

    @BeforeAll
    static void start() {
        redis = RunningRedis.plain("--maxmemory", "100mb", "--maxmemory-policy", "allkeys-lru");
        guarded = RunningRedis.plain("--requirepass", CANARY, "--user", "watch", "on", ">" + CANARY, "+ping", "+info");
    }

    @AfterAll
    static void stop() {
        redis.close();
        guarded.close();
    }

    @AfterEach
    void stopSilent() {
        silent.close();
    }

    private static Settings.Builder at(long port) {
        return Settings.builder().set(Endpoint.HOST, Text.of("127.0.0.1")).set(RedisProbeKind.PORT, port);
    }

    private static Text secret(String value) {
        return new Text(List.of(new Text.Part.Secret("${env:REDIS_PASSWORD}", value)));
    }

    private static Probe bind(Settings.Builder settings, FactName... asked) {
        return new RedisProbeKind().bind(settings.build(), Set.of(asked));
    }

    private static Probe ping(Settings.Builder settings) {
        return bind(settings, FactName.of("ping"));
    }

    @Override
    protected Probe answering() {
        return new RedisProbeKind().bind(at(redis.port()).build(), asked());
    }

    @Override
    protected Set<FactName> asked() {
        return Set.of(FactName.of("ping"), FactName.of("hit-rate"), POLICY, NO_SUCH);
    }

    @Override
    protected Probe refusing() {
        return ping(at(TestingServer.closedPort()));
    }

    @Override
    protected Probe silent() {
        return ping(at(silent.port()).set(Endpoint.TIMEOUT, Duration.ofMinutes(1)));
    }

    @Test
    void aServerThatIsWellAnswersThePing() throws Exception {
        assertThat(Ask.value(ping(at(redis.port())), "ping")).isEqualTo(Value.of("PONG"));
    }

    @Test
    void aFieldIsAskedByItsName() throws Exception {
        assertThat(Ask.value(bind(at(redis.port()), POLICY), POLICY)).isEqualTo(Value.of("allkeys-lru"));
        assertThat(Ask.value(bind(at(redis.port()), NO_SUCH), NO_SUCH)).isEqualTo(Value.absent());
    }

    @Test
    void theVersionComparesAsOne() throws Exception {
        var version = new FactName("info", "redis_version");

        assertThat(new Condition.Compared(Comparison.AT_LEAST, Value.of("6.0.0"))
                        .holds(Ask.value(bind(at(redis.port()), version), version)))
                .isTrue();
    }

    @Test
    void memoryIsInPercentOfItsMaximum() throws Exception {
        var used = FactName.of("memory-used-percent");

        assertThat(Ask.value(bind(at(redis.port()), used), used).asNumber())
                .hasValueSatisfying(percent -> assertThat(percent.doubleValue()).isBetween(0.1, 50.0));
    }

    @Test
    void memoryWithoutMaximumHasNoPercent() throws Exception {
        var used = FactName.of("memory-used-percent");

        assertThat(Ask.value(bind(at(guarded.port()).set(RedisProbeKind.PASSWORD, secret(CANARY)), used), used))
                .isEqualTo(Value.absent());
    }

    @Test
    void theHitRateIsOfAllKeysLookedUp() {
        var server = ServerFields.read("# Stats\r\nkeyspace_hits:3\r\nkeyspace_misses:1\r\n");

        assertThat(server.value(FactName.of("hit-rate")).asNumber())
                .hasValueSatisfying(rate -> assertThat(rate).isEqualByComparingTo("75"));
        assertThat(ServerFields.NONE.value(FactName.of("hit-rate"))).isEqualTo(Value.absent());
    }

    @Test
    void aServerThatIsLoadingIsAnAnswer() throws Exception {
        try (var loading = saying("-LOADING Redis is loading the dataset in memory\r\n")) {
            assertThat(Ask.value(ping(at(loading.port())), "ping").shown()).startsWith("LOADING");
        }
    }

    @Test
    void thePasswordLogsIn() throws Exception {
        assertThat(Ask.value(ping(at(guarded.port()).set(RedisProbeKind.PASSWORD, secret(CANARY))), "ping"))
                .isEqualTo(Value.of("PONG"));
    }

    @Test
    void aUserLogsInByName() throws Exception {
        var settings = at(guarded.port())
                .set(RedisProbeKind.USER, Text.of("watch"))
                .set(RedisProbeKind.PASSWORD, secret(CANARY));

        assertThat(Ask.value(ping(settings), "ping")).isEqualTo(Value.of("PONG"));
    }

    @Test
    void noPasswordIsRefusedInTheServersWords() throws Exception {
        assertThat(Ask.refusal(ping(at(guarded.port())))).startsWith("NOAUTH");
    }

    @Test
    void aWrongPasswordIsRefusedInTheServersWords() throws Exception {
        assertThat(Ask.refusal(ping(at(guarded.port()).set(RedisProbeKind.PASSWORD, secret("wrong-pass-word")))))
                .startsWith("WRONGPASS")
                .doesNotContain("wrong-pass-word");
    }

    @Test
    void aServerThatEchoesThePasswordDoesNotBringItIntoTheReason() throws Exception {
        try (var echoing = saying("-ERR no such password " + CANARY + "\r\n")) {
            assertThat(Ask.refusal(ping(at(echoing.port()).set(RedisProbeKind.PASSWORD, secret(CANARY)))))
                    .isEqualTo("ERR no such password (password)");
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsRefused() throws Exception {
        assertThat(Ask.refusal(ping(at(redis.port()).set(RedisProbeKind.DATABASE, 60_000L))))
                .contains("out of range");
    }

    @Test
    void aServerOfAnotherKindRefuses() throws Exception {
        try (var web = saying("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            assertThat(Ask.refusal(ping(at(web.port())))).contains("no word of Redis");
        }
    }

    @Test
    void aReplyWithoutEndIsCutOff() throws Exception {
        try (var endless = saying("$2147483647\r\n")) {
            assertThat(Ask.refusal(ping(at(endless.port())))).contains("no word of Redis");
        }
    }

    @Test
    void aUserWithoutPasswordIsRefused() {
        assertThatThrownBy(() -> ping(at(1).set(RedisProbeKind.USER, Text.of("watch"))))
                .isInstanceOf(SettingException.class);
    }

    @Test
    void itSpeaksTlsWithAServerThatIsTrustedAndWithNoOther(@TempDir Path folder) throws Exception {
        var root = TestingAuthority.root();
        var issued = root.issue(Duration.ofDays(10), "127.0.0.1");
        var certificate = Files.writeString(folder.resolve("server.pem"), issued.chainPem());
        var key = Files.writeString(folder.resolve("server.key"), issued.keyPem());
        try (var secured = RunningRedis.secured(certificate, key)) {
            var trusting = at(secured.port()).set(RedisProbeKind.TLS, true).set(Authorities.CA, Text.of(root.pem()));
            var other = at(secured.port())
                    .set(RedisProbeKind.TLS, true)
                    .set(Authorities.CA, Text.of(TestingAuthority.root().pem()));

            assertThat(Ask.value(ping(trusting), "ping")).isEqualTo(Value.of("PONG"));
            assertThat(Ask.refusal(ping(other))).contains("PKIX");
            assertThat(Ask.refusal(ping(trusting.set(Endpoint.HOST, Text.of("localhost")))))
                    .contains("localhost");
        }
    }

    private static TestingServer saying(String words) {
        return TestingServer.doing(socket -> {
            socket.getInputStream().read();
            socket.getOutputStream().write(words.getBytes(UTF_8));
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        });
    }
}
