package io.belay.runtime.fc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.aliyun.acs.Credentials;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.assembly.Bundle;
import io.belay.assembly.SystemTime;
import io.belay.assembly.door.Door;
import io.belay.assembly.door.Doorway;
import io.belay.assembly.door.HttpCall;
import io.belay.assembly.door.Log;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
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
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From an event or a call as FC brings it to the release that is put back. */
final class RollbackDoorTest {
    private static final Path BODIES = Path.of("../deliveries/src/test/resources/io/belay/adapter/deliveries");

    private final HttpClient client = HttpClient.newHttpClient();
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private InMemorySystem system = new InMemorySystem("cloudmonitor", "test");
    private Optional<FcServer> server = Optional.empty();

    @AfterEach
    void close() {
        server.ifPresent(FcServer::close);
        client.close();
    }

    private static Deployment of(String function) {
        return Deployment.of(function, Optional.of(Duration.ofMinutes(30)));
    }

    private void start(Deployment deployment) throws IOException {
        var log = new Log(new PrintStream(logged, true, UTF_8), system.time(), UnaryOperator.identity());
        var doorway = new Doorway(() -> new Door(Bundle.of(system.spec(), system.time(), Progress.NONE), log), log);
        var free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = Optional.of(FcServer.start(free, doorway, deployment, system.time()));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + server.orElseThrow().address().getPort() + path))
                .timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return client.send(
                to(path).header("x-fc-control-path", "/http-invoke")
                        .header("x-fc-qualifier", "prod")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private String invoke(String event) throws Exception {
        var request = to("/invoke").header("x-fc-control-path", "/invoke").POST(BodyPublishers.ofString(event));
        return client.send(request.build(), BodyHandlers.ofString()).body();
    }

    private static String delivery(String file) throws IOException {
        return Files.readString(BODIES.resolve(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cloudmonitor-by-mns-topic.json",
                "cloudmonitor-by-mns-topic.xml",
                "cloudmonitor-by-mns-topic-simplified.json",
                "cloudmonitor-by-mns-queue.json"
            })
    void threeDeliveriesOfAnAlarmAreOneRollback(String file) throws Exception {
        start(of(Bundle.ROLLBACK));

        var first = invoke(delivery(file));
        var second = invoke(delivery(file));
        var third = invoke(delivery(file));

        assertThat(first).contains("\"deliveries/1\"", "\"alarm\":\"test\"", "orders from 42 to 41");
        assertThat(second).contains("has put it back already");
        assertThat(third).contains("has put it back already");
        assertThat(system.rollbacks()).isEqualTo(1);
    }

    @Test
    void aRuleMayBeNamedByItsId() throws Exception {
        system = new InMemorySystem("cloudmonitor", "putNewAlarm_group_778af9ba-a291-46ab-ac53-3983bcee****");
        start(of(Bundle.ROLLBACK));

        assertThat(invoke(delivery("cloudmonitor-by-mns-topic.json"))).contains("orders from 42 to 41");
    }

    @Test
    void anEventOfEventBridgeIsRead() throws Exception {
        start(of(Bundle.ROLLBACK));

        assertThat(invoke(delivery("cloudmonitor-by-eventbridge.json"))).contains("\"deliveries/1\"", "\"is\":\"run\"");
    }

    @ParameterizedTest
    @ValueSource(strings = "fc-timer-sweep.json")
    void aTimerIsASweep(String file) throws Exception {
        start(of(Bundle.ROLLBACK));

        assertThat(invoke(delivery(file))).contains("\"deliveries/1\"", "orders from 42 to 41");
        assertThat(system.rollbacks()).isEqualTo(1);
    }

    @Test
    void aTimerThatWouldBeAPersonIsRefused() throws Exception {
        start(of(Bundle.ROLLBACK));

        assertThat(invoke("{\"triggerTime\":\"2026-11-21T07:49:00Z\",\"triggerName\":\"n\","
                        + "\"payload\":\"{\\\"by\\\":\\\"Ada\\\"}\"}"))
                .contains("\"is\":\"refused\"");
        assertThat(system.rollbacks()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"health", "migration-verify", "release", "stamp", "clear"})
    void noOtherFunctionReadsAnAlarm(String function) throws Exception {
        start(of(function));

        assertThat(invoke(delivery("cloudmonitor-by-mns-topic.json"))).contains("\"refusal/1\"");
        assertThat(send("POST", "/alarms", delivery("cloudmonitor-callback.form"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(system.orders().writes()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "health, '', POST, /rollback, 404",
        "health, '', POST, /stamp, 404",
        "health, '', POST, /clear, 404",
        "health, '', GET, /rollback-plan, 200",
        "health, '', GET, /release, 200",
        "health, rollback, GET, /rollback, 405",
        "health, rollback, POST, /stamp, 404",
        "rollback, '', GET, /rollback, 405",
        "rollback, '', HEAD, /rollback, 405",
        "rollback, '', PUT, /rollback, 405",
        "rollback, '', GET, /metrics/rollback, 404",
        "rollback, '', GET, /metrics/release, 404",
        "rollback, '', GET, /alarms, 405",
        "rollback, '', POST, /clear, 404",
        "stamp, '', GET, /stamp, 405",
        "clear, '', GET, /clear, 405",
        "rollback, '', POST, /stop, 404",
        "stop, '', GET, /stop, 405",
        "stop, '', POST, /stop, 400",
        "resume, '', GET, /resume, 405",
        "rollback, '', POST, /rollback?by=Ada, 400",
    })
    void whatChangesSomethingIsNotThereUnlessItWasNamedAndNeverByAGet(
            String function, String open, String method, String path, int status) throws Exception {
        start(of(function).opening(open.isEmpty() ? Set.of() : Set.of(open)));
        var before = system.orders().now();

        assertThat(send(method, path, "").statusCode()).isEqualTo(status);
        assertThat(system.orders().now()).isEqualTo(before);
        assertThat(system.orders().writes()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"rollback, ''", "health, rollback"})
    void aPersonRollsBackByAPost(String function, String open) throws Exception {
        start(of(function).opening(open.isEmpty() ? Set.of() : Set.of(open)));

        var answer = send("POST", "/rollback", "{\"by\":\"Ada\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Ada asked for it", "orders from 42 to 41");
        assertThat(system.rollbacks()).isEqualTo(1);
    }

    @Test
    void noHeaderChoosesWhatChanges() throws Exception {
        start(of(Bundle.HEALTH));

        var answer = client.send(
                to("/invoke")
                        .header("x-fc-control-path", "/invoke")
                        .header("spring.cloud.function.definition", "rollback")
                        .header("x-fc-function-handler", "rollback")
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.body()).contains("\"function\":\"health\"");
        assertThat(system.orders().writes()).isZero();
    }

    @Test
    void aCallbackIsAnsweredAtOnceAndGoneOnWithByAnotherInvocation() throws Exception {
        system = new InMemorySystem("cloudmonitor", "API网关_返回码5XX个数");
        try (var cloud = new AliyunCloud(new SystemTime())) {
            cloud.functionCompute().create("belay-rollback");
            cloud.functionCompute().publish("belay-rollback", "first");
            cloud.functionCompute().alias("belay-rollback", "prod", "1", Map.of(), "");
            var key = new Credentials(AliyunCloud.KEY_ID, AliyunCloud.SECRET, Optional.of(AliyunCloud.TOKEN));
            var environment = Map.of(
                    "FC_FUNCTION_NAME", "belay-rollback",
                    "FC_REGION", "cn-hangzhou",
                    "BELAY_ALIYUN_ENDPOINT", cloud.endpoint().toString());
            var onward = SelfInvocation.in(environment, () -> key).orElseThrow();
            start(of(Bundle.ROLLBACK)
                    .onward((identity, call, body, correlation) -> onward.go(
                            identity,
                            new HttpCall(
                                    call.method(),
                                    call.path(),
                                    call.query(),
                                    call.headers(),
                                    call.body(),
                                    call.platform(),
                                    call.caller(),
                                    Deadline.in(Duration.ofSeconds(5), new SystemTime())),
                            body,
                            correlation)));

            var answer = send("POST", "/alarms", delivery("cloudmonitor-callback.form"));

            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.body()).contains("\"is\":\"taken\"");
            assertThat(system.rollbacks()).isZero();
            var event = cloud.functionCompute().invocations("belay-rollback").getFirst();
            assertThat(cloud.received().getFirst().parameters()).containsEntry("qualifier", "prod");
            assertThat(invoke(event)).contains("orders from 42 to 41");
            assertThat(system.rollbacks()).isEqualTo(1);
        }
    }

    @Test
    void whereNobodyCanGoOnTheSenderIsToldToDeliverAgain() throws Exception {
        system = new InMemorySystem("cloudmonitor", "API网关_返回码5XX个数");
        start(of(Bundle.ROLLBACK).onward((_, _, _, _) -> {
            throw new PortException(new Fault(Fault.Kind.THROTTLED, "too many"));
        }));

        var answer = send("POST", "/alarms", delivery("cloudmonitor-callback.form"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"refusal/1\"", "too many");
        assertThat(system.rollbacks()).isZero();
    }

    @Test
    void whereTheProcessGoesOnItDoesSoItself() throws Exception {
        system = new InMemorySystem("alertmanager", "主机CPU使用率");
        start(of(Bundle.ROLLBACK));

        var answer = send("POST", "/alarms", delivery("alertmanager-firing.json"));
        server.orElseThrow().close();

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(system.rollbacks()).isEqualTo(1);
        assertThat(logged.toString(UTF_8)).contains("\"taken\"", "\"report\"");
    }

    @ParameterizedTest
    @CsvSource({
        "cloudmonitor-callback-ok.form, 200",
        "alertmanager-resolved.json, 200",
        "cloudmonitor-by-mns-topic.json, 400",
        "cloudwatch-by-sns.json, 400"
    })
    void whatIsNotToBeActedOnIsAnsweredAndNotTakenOn(String file, int status) throws Exception {
        start(of(Bundle.ROLLBACK).onward((_, _, _, _) -> {
            throw new IllegalStateException("nothing is to be taken on");
        }));

        assertThat(send("POST", "/alarms", delivery(file)).statusCode()).isEqualTo(status);
        assertThat(system.orders().writes()).isZero();
    }

    @Test
    void whatCannotBeOpenedIsAFaultOfTheSettings() {
        assertThat(FcSettings.of(Map.of("BELAY_OPEN", "rollback stamp")).open())
                .containsExactlyInAnyOrder("rollback", "stamp");
        assertThat(FcSettings.of(Map.of("BELAY_OPEN", "rollback, health")).faults())
                .singleElement()
                .asString()
                .contains("BELAY_OPEN", "rollback, verify, stamp, clear, stop, resume, alarms-apply, alarms-drill");
        assertThat(FcSettings.of(Map.of()).open()).isEmpty();
    }
}
