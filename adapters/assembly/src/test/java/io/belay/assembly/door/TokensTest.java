package io.belay.assembly.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.assembly.Bundle;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TokensTest {
    private static final String ARN = "arn:aws:iam::444455556666:user/ada";
    private static final String WRONG = "wrong-token-0123456789";

    private final Guarded door = new Guarded();

    @Test
    void withoutAListWhoeverReachesTheDoorComesIn() throws Exception {
        var open = door.door(Tokens.of(Map.of("BELAY_TOKENS", "  ")), Bundle.ROLLBACK);

        assertThat(open.reply(door.call("GET", "/health", Map.of(), "")).status())
                .isEqualTo(503);
        assertThat(door.logged()).contains("\"function\":\"health\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer " + WRONG, "Basic " + Guarded.ADA, "Bearer  ", Guarded.ADA})
    void whoBearsNoneThatIsKnownStaysOutside(String authorization) throws Exception {
        for (var path : Set.of(
                "/health",
                "/rollback",
                "/metrics",
                "/metrics/migration-verify",
                "/alarms",
                "/alarms/x",
                "/runs/x",
                "/nothing")) {
            var reply = door.door(Guarded.tokens(), Bundle.ROLLBACK)
                    .reply(door.call("POST", path, Map.of("authorization", authorization), "{}"));

            assertThat(reply.status()).as(path).isEqualTo(401);
            assertThat(reply.headers()).containsEntry("www-authenticate", "Bearer");
        }
        assertThat(door.harbor.rollbacks()).isZero();
        assertThat(door.logged()).doesNotContain("0123456789", "\"function\"");
    }

    @Test
    void whoseSignatureThePlatformHasCheckedNeedsNone() throws Exception {
        var reply = door.door(Guarded.tokens(), Bundle.ROLLBACK)
                .reply(door.call("POST", "/rollback", Map.of(), "{\"by\":\"Mallory\"}")
                        .by(new Caller.Signed(ARN)));

        assertThat(reply.body()).contains(ARN + " asked for it").doesNotContain("Mallory");
        assertThat(door.harbor.rollbacks()).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ci",
                "ci:verify:abc",
                "ci:everything:HASH",
                "ci:verify:HASH extra",
                ":verify:HASH",
                "ci:VERIFY:HASH"
            })
    void whereTheListIsWrongNobodyComesIn(String written) throws Exception {
        var list = written.replace("HASH", Guarded.sha256(Guarded.ADA));
        var shut = door.door(Tokens.of(Map.of("BELAY_TOKENS", list)), Bundle.ROLLBACK);

        for (var path : Set.of("/rollback", "/health/ready", "/alarms", "/alarms/" + Guarded.ADA)) {
            var method = path.equals("/health/ready") ? "GET" : "POST";
            var reply = shut.reply(door.call(method, path, Guarded.bearing(Guarded.ADA), "{}"));

            assertThat(reply.status()).as(path).isEqualTo(503);
            assertThat(reply.body())
                    .contains("BELAY_TOKENS: number", "verify, plan, alarms or rollback")
                    .doesNotContain(Guarded.sha256(Guarded.ADA));
        }
        assertThat(door.harbor.rollbacks()).isZero();
    }

    @Test
    void aTokensNameGoesBeforeWhatIsSaid() throws Exception {
        var reply =
                door.reply("POST", "/rollback", Guarded.ADA, "{\"by\": \"Mallory\", \"plan\": \"" + planned() + "\"}");

        assertThat(reply.body()).contains("ada asked for it").doesNotContain("Mallory");
        assertThat(door.harbor.rollbacks()).isOne();
    }

    /** The id of the plan as it is now. */
    private String planned() throws Exception {
        var shown = Pattern.compile("p-[0-9a-f]{16}")
                .matcher(door.reply("GET", "/rollback-plan", Guarded.ADA, "").body());
        assertThat(shown.find()).isTrue();
        return shown.group();
    }

    @Test
    void byATokenAPersonSaysWhichPlanTheyLookedAt() throws Exception {
        for (var body :
                List.of("{\"by\":\"Ada\"}", "{\"by\":\"Ada\",\"plan\":null}", "{\"by\":\"Ada\",\"plan\":\"\"}")) {
            var reply = door.reply("POST", "/rollback", Guarded.ADA, body);

            assertThat(reply.status()).as(body).isEqualTo(400);
            assertThat(reply.body()).contains("$.plan");
        }
        assertThat(door.harbor.orders().writes()).isZero();
    }

    @Test
    void aCallThatIsSentAgainFindsAnotherState() throws Exception {
        var said = "{\"plan\":\"" + planned() + "\"}";
        door.reply("POST", "/rollback", Guarded.ADA, said);
        assertThat(door.harbor.rollbacks()).isOne();
        door.harbor.time().advance(Duration.ofDays(1));
        door.harbor.orders().deploy("43");

        var again = door.reply("POST", "/rollback", Guarded.ADA, said);

        assertThat(again.status()).isEqualTo(503);
        assertThat(again.body()).contains("the plan is not what was looked at any more");
        assertThat(door.harbor.rollbacks()).isOne();
    }

    @Test
    void aSenderThatCanBearNoneSaysItsOwnInItsAddress() throws Exception {
        var reply = door.door(Guarded.tokens(), Bundle.ROLLBACK)
                .reply(door.call("POST", "/alarms/" + Guarded.CLOUDMONITOR, Map.of(), Guarded.alert()));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains("orders from 42 to 41").doesNotContain(Guarded.CLOUDMONITOR);
        assertThat(door.harbor.rollbacks()).isOne();
        assertThat(door.logged()).doesNotContain(Guarded.CLOUDMONITOR);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, " + WRONG + ", 401",
        "POST, '', 401",
        "POST, " + Guarded.CLOUDMONITOR + "/, 401",
        "POST, x/" + Guarded.CLOUDMONITOR + ", 401",
        // An address is shown and logged: no token that does more is taken from one.
        "POST, " + Guarded.ADA + ", 401",
        "POST, " + Guarded.WATCHER + ", 401",
        "GET, " + Guarded.CLOUDMONITOR + ", 405"
    })
    void noOtherAddressRings(String method, String said, int status) throws Exception {
        for (var authorization : List.of("", "Bearer " + Guarded.CLOUDMONITOR, "Bearer " + Guarded.ADA)) {
            var reply = door.door(Guarded.tokens(), Bundle.ROLLBACK)
                    .reply(door.call(
                            method, "/alarms/" + said, Map.of("authorization", authorization), Guarded.alert()));

            assertThat(reply.status()).isEqualTo(status);
            assertThat(reply.body()).doesNotContain("-token-");
        }
        assertThat(door.harbor.orders().writes()).isZero();
        assertThat(door.logged()).doesNotContain("-token-");
    }

    @Test
    void withoutAListNoAddressHoldsOne() throws Exception {
        var open = door.door(Tokens.NONE, Bundle.ROLLBACK);

        assertThat(open.reply(door.call("POST", "/alarms/" + WRONG, Map.of(), Guarded.alert()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void neitherACallNorATokenSaysWhatItHoldsWhereItIsWritten() {
        var call = new HttpCall(
                "POST",
                "/alarms/" + Guarded.CLOUDMONITOR,
                "",
                Guarded.bearing(Guarded.ADA),
                new ByteArrayInputStream(new byte[0]),
                Optional.empty(),
                Optional.empty(),
                door.harbor.time().in(Duration.ofMinutes(1)));

        assertThat(call.toString()).doesNotContain("-token-");
    }

    @Test
    void whoBearsNoneIsNotToldWhatIsWrongAndOpensNothingAnew() throws Exception {
        var opened = new AtomicInteger();
        var shut = new Doorway(
                () -> {
                    opened.incrementAndGet();
                    throw new NotOpen(List.of("/etc/belay/shop.yaml, line 3: one"));
                },
                door.doorway.log());
        var guarded = Guarded.door(shut, Guarded.tokens(), Bundle.ROLLBACK);

        for (var authorization : List.of("", "Bearer " + WRONG, "Bearer " + Guarded.CLOUDMONITOR)) {
            var reply = guarded.reply(door.call("GET", "/health/ready", Map.of("authorization", authorization), ""));

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.failed()).isTrue();
            assertThat(reply.body()).isEqualTo("{\"belay\":\"state/1\",\"state\":\"not-ready\"}\n");
        }
        assertThat(opened).hasValue(1);
        door.harbor.time().advance(Duration.ofSeconds(5));
        guarded.reply(door.call("GET", "/health/ready", Map.of(), ""));
        assertThat(opened).hasValue(2);

        var told = guarded.reply(door.call("GET", "/health/ready", Guarded.bearing(Guarded.WATCHER), ""));
        assertThat(told.status()).isEqualTo(503);
        assertThat(told.body()).contains("shop.yaml, line 3: one");
    }

    @Test
    void whatIsMendedIsReadyWhoeverAsks() throws Exception {
        var broken = new AtomicInteger(1);
        var healing = new Doorway(
                () -> {
                    if (broken.getAndDecrement() > 0) {
                        throw new NotOpen(List.of("a secret is missing"));
                    }
                    return door.doorway.door(Correlations.made());
                },
                door.doorway.log());
        var guarded = Guarded.door(healing, Guarded.tokens(), Bundle.ROLLBACK);
        var asked = door.call("GET", "/health/ready", Map.of(), "");

        assertThat(guarded.reply(asked).status()).isEqualTo(503);
        door.harbor.time().advance(Duration.ofSeconds(5));
        assertThat(guarded.reply(asked).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "origin, https://evil.example, 403",
        "origin, null, 403",
        "sec-fetch-site, cross-site, 403",
        "sec-fetch-site, same-site, 403",
        "sec-fetch-site, none, 200",
        "referer, https://wiki.example, 200"
    })
    void noPageInABrowserHasAnythingChanged(String header, String value, int status) throws Exception {
        var open = door.door(Tokens.NONE, Bundle.ROLLBACK);
        for (var path : List.of("/stamp", "/verify", "/rollback", "/alarms")) {
            var reply = open.reply(door.call("POST", path, Map.of(header, value), "{}"));

            assertThat(reply.status() == 403).as(path).isEqualTo(status == 403);
        }
        assertThat(open.reply(door.call("GET", "/release", Map.of(header, value), ""))
                        .status())
                .isEqualTo(200);
    }
}
