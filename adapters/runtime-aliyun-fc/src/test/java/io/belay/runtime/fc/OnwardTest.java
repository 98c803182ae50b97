package io.belay.runtime.fc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.aliyun.acs.Credentials;
import io.belay.adapter.aliyun.fc.FunctionCompute;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.adapter.deliveries.Self;
import io.belay.assembly.Bundle;
import io.belay.assembly.door.Door;
import io.belay.assembly.door.Doorway;
import io.belay.assembly.door.Log;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An alarm that comes over HTTP, from its sender to the invocation that FC makes for it. */
final class OnwardTest {
    private static final Path BODIES = Path.of("../deliveries/src/test/resources/io/belay/adapter/deliveries");
    private static final String FUNCTION = "belay-rollback";
    private static final String ALARM = "主机CPU使用率";

    private final InMemorySystem system = new InMemorySystem("alertmanager", ALARM);
    private final AliyunCloud cloud = new AliyunCloud(system.time());
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final HttpClient client = HttpClient.newHttpClient();
    private Optional<FcServer> server = Optional.empty();

    @BeforeEach
    void start() throws IOException {
        cloud.functionCompute().create(FUNCTION);
        var key = new Credentials(AliyunCloud.KEY_ID, AliyunCloud.SECRET, Optional.of(AliyunCloud.TOKEN));
        var environment = Map.of(
                "FC_FUNCTION_NAME",
                FUNCTION,
                "FC_REGION",
                "cn-hangzhou",
                "BELAY_ALIYUN_ENDPOINT",
                cloud.endpoint().toString());
        var deployment = Deployment.of(Bundle.ROLLBACK, Optional.of(Duration.ofMinutes(30)))
                .onward(SelfInvocation.in(environment, () -> key).orElseThrow())
                .as(new Self("cn-hangzhou", FUNCTION))
                .onFc();
        var log = new Log(new PrintStream(logged, true, UTF_8), system.time(), UnaryOperator.identity());
        var doorway = new Doorway(() -> new Door(Bundle.of(system.spec(), system.time(), Progress.NONE), log), log);
        var free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = Optional.of(FcServer.start(free, doorway, deployment, system.time()));
    }

    @AfterEach
    void close() {
        server.ifPresent(FcServer::close);
        client.close();
        cloud.close();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + server.orElseThrow().address().getPort() + path))
                .timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> alarm(String body) throws Exception {
        return client.send(
                to("/alarms")
                        .header("x-fc-control-path", "/http-invoke")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private String invoke(String event) throws Exception {
        var request = to("/invoke").header("x-fc-control-path", "/invoke").POST(BodyPublishers.ofString(event));
        return client.send(request.build(), BodyHandlers.ofString()).body();
    }

    private List<String> invocations() {
        return cloud.functionCompute().invocations(FUNCTION);
    }

    private static String firing() throws IOException {
        return Files.readString(BODIES.resolve("alertmanager-firing.json"));
    }

    /** A group of {@code count} alerts, of which the last alone is called {@code last}. */
    private static String group(int count, String last) {
        var alerts = new StringBuilder();
        for (var number = 0; number < count; number++) {
            alerts.append(number == 0 ? "" : ",")
                    .append("{\"status\":\"firing\",\"labels\":{\"alertname\":\"")
                    .append(number == count - 1 ? last : "other")
                    .append("\"},\"startsAt\":\"2026-11-21T10:00:00Z\",\"fingerprint\":\"")
                    .append(number)
                    .append("\"}");
        }
        return "{\"version\":\"4\",\"status\":\"firing\",\"groupKey\":\"g\",\"alerts\":[" + alerts + "]}";
    }

    @Test
    void aSenderThatTriesAgainIsAnsweredAndNothingRunsOnceMore() throws Exception {
        assertThat(alarm(firing()).statusCode()).isEqualTo(202);
        assertThat(alarm(firing()).statusCode()).isEqualTo(202);

        assertThat(invocations()).hasSize(1);
        assertThat(invoke(invocations().getFirst())).contains("orders from 42 to 41");
    }

    @Test
    void aLaterDeliveryOfTheSameRunsAgainForTheFirstMayHaveHadNothingToDo() throws Exception {
        alarm(firing());
        system.time().advance(Duration.ofMinutes(5));
        alarm(firing());

        assertThat(invocations()).hasSize(2);
    }

    @Test
    void whereTasksAreOffItIsGoneOnWithAllTheSame() throws Exception {
        cloud.functionCompute().withoutTasks(FUNCTION);

        assertThat(alarm(firing()).statusCode()).isEqualTo(202);
        assertThat(invoke(invocations().getFirst())).contains("orders from 42 to 41");
    }

    @Test
    void whatIsTooLongToBeHandedOnIsASweepAndNoAlarmIsLost() throws Exception {
        var body = group(1_500, ALARM);
        assertThat(body.getBytes(UTF_8)).hasSizeBetween(FunctionCompute.LARGEST_EVENT + 1, 256 * 1024);

        assertThat(alarm(body).statusCode()).isEqualTo(202);

        assertThat(invocations()).singleElement().asString().contains("\"payload\":\"sweep\"");
        assertThat(invoke(invocations().getFirst())).contains("orders from 42 to 41");
        assertThat(system.rollbacks()).isEqualTo(1);
    }

    @Test
    void anAlarmThatTheSystemFileDoesNotNameIsAnsweredLoggedAndToldToNobody() throws Exception {
        var answer = alarm(group(50, "another"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"not-for-us\"", "no system file names alarm another of alertmanager");
        assertThat(invocations()).isEmpty();
        assertThat(system.chat().told()).isEmpty();
        assertThat(logged.toString(UTF_8)).containsOnlyOnce("\"unnamed\"").contains("\"alarms\":\"2\"");
    }

    @Test
    void whatThisFunctionFailedOfItselfIsRefusedAndWhatAnotherDidIsDone() throws Exception {
        var record = Files.readString(BODIES.resolve("fc-destination.json"));
        var own = record.replace("{regionid}", "cn-hangzhou").replace("functions/xxxx", "functions/" + FUNCTION);

        assertThat(invoke(own)).contains("\"is\":\"refused\"", "this function itself");
        assertThat(system.rollbacks()).isZero();
        assertThat(invoke(record)).contains("\"is\":\"run\"", "orders from 42 to 41");
    }
}
