package io.belay.runtime.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.assembly.Bundle;
import io.belay.assembly.door.Door;
import io.belay.assembly.door.Doorway;
import io.belay.assembly.door.Json;
import io.belay.assembly.door.Log;
import io.belay.assembly.door.Tokens;
import io.belay.core.Progress;
import io.belay.core.testkit.InMemorySystem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may have what done over HTTP: whom IAM signed, and where tokens are asked for, who bears one. */
final class AuthorityTest {
    private static final String ADA = "adas-token-0123456789";
    private static final String WATCHER = "watcher-token-0123456789";
    private static final String SENDER = "sender-token-0123456789";
    private static final String ARN = "arn:aws:iam::444455556666:user/ada";

    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final InMemorySystem system = new InMemorySystem("cloudmonitor", "API网关_返回码5XX个数");

    @TempDir
    Path folder;

    private static String written() throws Exception {
        return "ada:rollback:" + sha256(ADA) + " watcher:verify:" + sha256(WATCHER) + " sender:alarms:"
                + sha256(SENDER);
    }

    private static String sha256(String token) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
    }

    /** Health's door as its handler makes it, of {@code environment} and a file. */
    private EventDoor early(Map<String, String> environment) throws IOException {
        var file = Files.writeString(folder.resolve("harbor.yaml"), """
                system: harbor
                environment: test
                health:
                  checks: [{ name: nobody listens, tcp: { host: 127.0.0.1, port: 1, expect: { open: false } } }]
                """);
        var whole = new HashMap<>(environment);
        whole.put("BELAY_SYSTEM_FILE", file.toString());
        return EventDoor.early(Bundle.HEALTH, whole, new PrintStream(logged, true, UTF_8));
    }

    private EventDoor rollback() throws Exception {
        var log = new Log(new PrintStream(logged, true, UTF_8), system.time(), UnaryOperator.identity());
        var doorway = new Doorway(() -> new Door(Bundle.of(system.spec(), system.time(), Progress.NONE), log), log);
        var tokens = Tokens.of(Map.of(Tokens.VARIABLE, written()));
        return new EventDoor(Bundle.ROLLBACK, doorway, system.time(), tokens, Optional.empty(), Optional.empty());
    }

    private static String answer(EventDoor door, String event) throws IOException {
        var output = new ByteArrayOutputStream();
        door.handle(new ByteArrayInputStream(event.getBytes(UTF_8)), output, new TestingContext(900_000));
        return output.toString(UTF_8);
    }

    /** What {@code door} says to {@code body}, which {@code token} comes with and IAM knows {@code arn} of; each may be empty. */
    private static Json.Fields over(EventDoor door, String method, String path, String token, String arn, String body)
            throws IOException {
        var headers = token.isEmpty() ? "" : "\"Authorization\":\"Bearer " + token + "\"";
        var iam = arn.isEmpty() ? "" : ",\"authorizer\":{\"iam\":{\"userArn\":\"" + arn + "\"}}";
        var event = "{\"version\":\"2.0\",\"rawPath\":\"" + path + "\",\"rawQueryString\":\"\",\"headers\":{" + headers
                + "},\"requestContext\":{\"http\":{\"method\":\"" + method + "\"}" + iam + "},"
                + "\"isBase64Encoded\":false,\"body\":\"" + body.replace("\"", "\\\"") + "\"}";
        return (Json.Fields) Json.read(answer(door, event).getBytes(UTF_8), 1 << 20);
    }

    private static String status(Json.Fields reply) {
        return ((Json.Plain) reply.find("statusCode").orElseThrow()).written();
    }

    private static String body(Json.Fields reply) {
        return reply.text("body").orElseThrow();
    }

    @Test
    void theEnvironmentsTokensGuardTheFunctionUrl() throws Exception {
        var door = early(Map.of(Tokens.VARIABLE, written()));

        assertThat(status(over(door, "GET", "/health", "", "", ""))).isEqualTo("401");
        assertThat(status(over(door, "GET", "/health", "wrong-token-0123456789", "", "")))
                .isEqualTo("401");
        assertThat(status(over(door, "GET", "/health", SENDER, "", ""))).isEqualTo("403");
        assertThat(status(over(door, "GET", "/health", WATCHER, "", ""))).isEqualTo("200");
        assertThat(status(over(door, "GET", "/health/ready", "", "", ""))).isEqualTo("200");
        assertThat(logged.toString(UTF_8)).doesNotContain("-token-");
    }

    @Test
    void whomIamSignedComesInWithoutATokenAndDirectCallsNeedNone() throws Exception {
        var door = early(Map.of(Tokens.VARIABLE, written()));

        assertThat(status(over(door, "GET", "/health", "", ARN, ""))).isEqualTo("200");
        assertThat(status(over(door, "GET", "/health", "", "nobody", ""))).isEqualTo("401");
        assertThat(answer(door, "{}")).contains("\"report/1\"");
    }

    @Test
    void withoutTokensTheUrlsOwnAuthenticationIsAllThereIs() throws Exception {
        assertThat(status(over(early(Map.of(Tokens.VARIABLE, " ")), "GET", "/health", "", "", "")))
                .isEqualTo("200");
    }

    @Test
    void whomIamKnowsNeedsNoPlanAndWhoeverBearsATokenDoes() throws Exception {
        var bearer = over(rollback(), "POST", "/rollback", ADA, "", "{\"by\":\"Eve\"}");
        assertThat(status(bearer)).isEqualTo("400");
        assertThat(body(bearer)).contains("$.plan");
        assertThat(system.orders().writes()).isZero();

        var signed = over(rollback(), "POST", "/rollback", ADA, ARN, "{\"by\":\"Eve\"}");
        assertThat(body(signed)).contains(ARN + " asked for it").doesNotContain("Eve");
        assertThat(system.rollbacks()).isOne();
    }

    @Test
    void aSenderSaysItsTokenInItsAddress() throws Exception {
        var form = Files.readString(
                Path.of("../deliveries/src/test/resources/io/belay/adapter/deliveries/cloudmonitor-callback.form"));

        assertThat(status(over(rollback(), "POST", "/alarms/" + ADA, "", "", form)))
                .isEqualTo("401");
        var rung = over(rollback(), "POST", "/alarms/" + SENDER, "", "", form.strip());
        assertThat(status(rung)).isEqualTo("200");
        assertThat(body(rung))
                .contains("\"deliveries/1\"", "orders from 42 to 41")
                .doesNotContain(SENDER);
        assertThat(logged.toString(UTF_8)).doesNotContain("-token-");
    }
}
