package io.belay.runtime.fc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.assembly.Bundle;
import io.belay.assembly.door.Door;
import io.belay.assembly.door.Doorway;
import io.belay.assembly.door.Log;
import io.belay.assembly.door.Tokens;
import io.belay.core.Progress;
import io.belay.core.testkit.InMemorySystem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may have what done, on FC and on a host of one's own. */
final class AuthorityTest {
    private static final String ADA = "adas-token-0123456789";
    private static final String WATCHER = "watcher-token-0123456789";
    private static final String SENDER = "sender-token-0123456789";
    private static final String MALLORY = "{\"by\":\"Mallory\"}";

    private final HttpClient client = HttpClient.newHttpClient();
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final InMemorySystem system = new InMemorySystem("cloudmonitor", "API网关_返回码5XX个数");
    private Optional<FcServer> server = Optional.empty();

    @AfterEach
    void close() {
        server.ifPresent(FcServer::close);
        client.close();
    }

    private static Deployment of(String function) {
        return Deployment.of(function, Optional.of(Duration.ofMinutes(30)));
    }

    private static Deployment guarded(String function) throws Exception {
        return of(function)
                .guarded(Tokens.of(Map.of(
                        Tokens.VARIABLE,
                        "ada:rollback:" + sha256(ADA) + " watcher:verify:" + sha256(WATCHER) + " sender:alarms:"
                                + sha256(SENDER))));
    }

    private static String sha256(String token) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
    }

    private void start(Deployment deployment) throws IOException {
        var log = new Log(new PrintStream(logged, true, UTF_8), system.time(), UnaryOperator.identity());
        var doorway = new Doorway(() -> new Door(Bundle.of(system.spec(), system.time(), Progress.NONE), log), log);
        var free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = Optional.of(FcServer.start(free, doorway, deployment, system.time()));
    }

    /** Under {@code headers}, each {@code name: value}. */
    private HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + server.orElseThrow().address().getPort() + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, BodyPublishers.ofString(body));
        for (var header : headers) {
            var colon = header.indexOf(": ");
            request.header(header.substring(0, colon), header.substring(colon + 2));
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String bearing(String token) {
        return "authorization: Bearer " + token;
    }

    private static String marked(String way) {
        return "x-fc-control-path: " + way;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"accept: */*", "x-fc-control-path: /invoke", "authorization: Bearer wrong-token-0123456789"})
    void withTokensAnInvokeThatFcDidNotMakeIsRefused(String header) throws Exception {
        start(guarded(Bundle.ROLLBACK));

        assertThat(send("POST", "/invoke", MALLORY, header).statusCode()).isEqualTo(401);
        assertThat(send("POST", "/invoke", MALLORY, marked("/invoke"), bearing(WATCHER))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("POST", "/invoke", MALLORY, marked("/invoke"), bearing(SENDER))
                        .statusCode())
                .isEqualTo(403);
        assertThat(system.orders().writes()).isZero();
        assertThat(logged.toString(UTF_8)).doesNotContain("-token-");
    }

    @Test
    void whoBearsTheTokenInvokesByThePlanThatTheyLookedAt() throws Exception {
        start(guarded(Bundle.ROLLBACK));

        assertThat(send("POST", "/invoke", MALLORY, bearing(ADA)).body()).contains("\"refusal/1\"", "$.plan");
        assertThat(system.orders().writes()).isZero();
        var plan = Pattern.compile("p-[0-9a-f]{16}")
                .matcher(send("GET", "/rollback-plan", "", bearing(ADA)).body());
        assertThat(plan.find()).isTrue();
        var done = send("POST", "/invoke", "{\"by\":\"Mallory\",\"plan\":\"" + plan.group() + "\"}", bearing(ADA));
        assertThat(done.body())
                .contains("ada asked for it", "orders from 42 to 41")
                .doesNotContain("Mallory");
        assertThat(system.rollbacks()).isOne();
    }

    @ParameterizedTest
    @CsvSource({"POST, /initialize", "GET, /pre-stop"})
    void withTokensFcsOtherWaysAreNotThereWithoutFc(String method, String path) throws Exception {
        start(guarded(Bundle.ROLLBACK));

        assertThat(send(method, path, "", marked(path)).statusCode()).isEqualTo(401);
        assertThat(send(method, path, "", marked(path), bearing(ADA)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void withoutTokensAHostOfOnesOwnInvokesAsFcDoes() throws Exception {
        start(of(Bundle.ROLLBACK));

        assertThat(send("POST", "/invoke", "{\"by\":\"Ada\"}").body()).contains("Ada asked for it");
        assertThat(send("POST", "/initialize", "").statusCode()).isEqualTo(200);
        assertThat(system.rollbacks()).isOne();
    }

    @Test
    void noPageInABrowserInvokes() throws Exception {
        start(of(Bundle.ROLLBACK));

        assertThat(send("POST", "/invoke", MALLORY, "origin: https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("POST", "/invoke", MALLORY, "sec-fetch-site: cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(system.orders().writes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept: */*", "x-fc-control-path: /http-invoke", "x-fc-control-path: invoke"})
    void onFcACallThatFcDoesNotCallItsOwnIsAPage(String header) throws Exception {
        start(of(Bundle.ROLLBACK).onFc());

        for (var path : List.of("/invoke", "/initialize", "/pre-stop")) {
            var method = path.equals("/pre-stop") ? "GET" : "POST";
            assertThat(send(method, path, MALLORY, header).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(send("POST", "/invoke", MALLORY, marked("/initialize")).statusCode())
                .isEqualTo(404);
        assertThat(system.orders().writes()).isZero();
    }

    @Test
    void fcsOwnCallsNeedNoTokenAndItsPagesDo() throws Exception {
        start(guarded(Bundle.ROLLBACK).onFc());

        assertThat(send("GET", "/release", "", marked("/http-invoke")).statusCode())
                .isEqualTo(401);
        assertThat(send("POST", "/invoke", MALLORY, marked("/http-invoke")).statusCode())
                .isEqualTo(401);
        assertThat(send("GET", "/health", "", marked("/http-invoke"), bearing(WATCHER))
                        .body())
                .contains("\"report/1\"");
        assertThat(send("GET", "/release", "", marked("/http-invoke"), bearing(WATCHER))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("POST", "/invoke", "{\"by\":\"Ada\"}", marked("/invoke"))
                        .body())
                .contains("Ada asked for it", "orders from 42 to 41");
    }

    @Test
    void credentialsAreTakenFromFcsOwnCallsAlone() throws Exception {
        var taken = new AtomicInteger();
        start(of(Bundle.HEALTH).credentials(_ -> taken.incrementAndGet()).onFc());

        send("GET", "/release", "", marked("/http-invoke"));
        send("POST", "/invoke", "{}");
        assertThat(taken.get()).isZero();
        send("POST", "/invoke", "{}", marked("/invoke"));
        assertThat(taken.get()).isEqualTo(1);
    }

    @Test
    void whereFcIsNotNobodyBringsCredentials() throws Exception {
        var taken = new AtomicInteger();
        start(of(Bundle.HEALTH).credentials(_ -> taken.incrementAndGet()));

        send("POST", "/invoke", "{}", marked("/invoke"));
        assertThat(taken.get()).isZero();
    }

    @Test
    void aCallbackThatCanBearNoTokenSaysItInItsAddress() throws Exception {
        start(guarded(Bundle.ROLLBACK).onFc());
        var form = Files.readString(
                Path.of("../deliveries/src/test/resources/io/belay/adapter/deliveries/cloudmonitor-callback.form"));

        assertThat(send("POST", "/alarms", form, marked("/http-invoke")).statusCode())
                .isEqualTo(401);
        assertThat(send("POST", "/alarms/" + ADA, form, marked("/http-invoke")).statusCode())
                .isEqualTo(401);
        var taken = send("POST", "/alarms/" + SENDER, form, marked("/http-invoke"));
        server.orElseThrow().close();

        assertThat(taken.statusCode()).isEqualTo(202);
        assertThat(taken.body()).contains("\"is\":\"taken\"").doesNotContain(SENDER);
        assertThat(system.rollbacks()).isOne();
        assertThat(logged.toString(UTF_8)).doesNotContain("-token-");
    }

    @Test
    void aCallersTimeLimitOnlyShortens() {
        var limit = new TimeLimit(Optional.of(Duration.ofSeconds(20)), system.time());

        assertThat(limit.most(10)).isEqualTo(limit.deadline(10));
        assertThat(limit.most(999_999_000)).isEqualTo(limit.deadline(20_000));
        assertThat(limit.most(0)).isEqualTo(limit.deadline(0));
        assertThat(limit.deadline(600_000).at()).isAfter(limit.deadline(0).at());
        assertThat(new TimeLimit(Optional.empty(), system.time()).most(10_000)).isEqualTo(limit.deadline(10_000));
    }
}
