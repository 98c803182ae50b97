package io.belay.runtime.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.deliveries.Self;
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
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From an event as AWS sends it to the release that is put back: each handler does what its class says, and no other. */
final class RollbackDoorTest {
    private static final Path BODIES = Path.of("../deliveries/src/test/resources/io/belay/adapter/deliveries");
    private static final int LONG = 900_000;

    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private InMemorySystem system = new InMemorySystem("cloudwatch", "errors");

    private String answer(String function, String event) throws IOException {
        var log = new Log(new PrintStream(logged, true, UTF_8), system.time(), UnaryOperator.identity());
        var doorway = new Doorway(() -> new Door(Bundle.of(system.spec(), system.time(), Progress.NONE), log), log);
        var output = new ByteArrayOutputStream();
        var self = Optional.of(new Self("us-east-1", "belay-rollback"));
        new EventDoor(function, doorway, system.time(), Tokens.NONE, Optional.empty(), self)
                .handle(new ByteArrayInputStream(event.getBytes(UTF_8)), output, new TestingContext(LONG));
        return output.toString(UTF_8);
    }

    private Json.Fields over(String function, String method, String path, String iam, String body) throws IOException {
        var event = "{\"version\":\"2.0\",\"rawPath\":\"" + path + "\",\"rawQueryString\":\"\",\"headers\":{},"
                + "\"requestContext\":{\"http\":{\"method\":\"" + method + "\"}" + iam + "},"
                + "\"isBase64Encoded\":false,\"body\":\"" + body.replace("\"", "\\\"") + "\"}";
        return (Json.Fields) Json.read(answer(function, event).getBytes(UTF_8), 1 << 20);
    }

    private static String status(Json.Fields reply) {
        return ((Json.Plain) reply.find("statusCode").orElseThrow()).written();
    }

    private static String body(Json.Fields reply) {
        return reply.text("body").orElseThrow();
    }

    private static String delivery(String file) throws IOException {
        return Files.readString(BODIES.resolve(file));
    }

    @ParameterizedTest
    @CsvSource({
        "cloudwatch-alarm-metric.json, lambda-demo-metric-alarm",
        "cloudwatch-by-sns.json, Example alarm name",
        "cloudwatch-by-sns-three-records.json, Example alarm name",
        "cloudwatch-by-eventbridge.json, ServerCpuTooHigh",
        "lambda-destination-alarm.json, Example alarm name"
    })
    void threeDeliveriesOfAnAlarmAreOneRollback(String file, String alarm) throws Exception {
        system = new InMemorySystem("cloudwatch", alarm);

        var first = answer("rollback", delivery(file));
        var second = answer("rollback", delivery(file));
        var third = answer("rollback", delivery(file));

        assertThat(first).contains("\"deliveries/1\"", "\"alarm\":\"" + alarm + "\"", "orders from 42 to 41");
        assertThat(second).contains("has put it back already");
        assertThat(third).contains("has put it back already");
        assertThat(system.rollbacks()).isEqualTo(1);
        assertThat(system.chat().told()).hasSize(3);
    }

    @Test
    void whatThisFunctionFailedOfItselfIsRefusedAndWhatAnotherDidIsASweep() throws Exception {
        var record = delivery("lambda-destination.json");

        assertThat(answer("rollback", record.replace("my-function", "belay-rollback")))
                .contains("\"is\":\"refused\"", "this function itself");
        assertThat(system.rollbacks()).isZero();
        assertThat(answer("rollback", record)).contains("\"is\":\"run\"", "orders from 42 to 41");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws-schedule-rule.json", "aws-schedule-default-input.json", "aws-schedule-own-input.json"})
    void aScheduleIsASweep(String file) throws Exception {
        assertThat(answer("rollback", delivery(file))).contains("\"deliveries/1\"", "orders from 42 to 41");
        assertThat(answer("rollback", "{}")).contains("\"report/1\"");
        assertThat(system.rollbacks()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"health", "migration-verify", "stamp", "release", "clear"})
    void noOtherFunctionReadsAnAlarm(String function) throws Exception {
        assertThat(answer(function, delivery("cloudwatch-alarm-metric.json"))).contains("\"refusal/1\"");
        assertThat(answer(function, delivery("cloudwatch-by-sns.json"))).contains("\"refusal/1\"");
        assertThat(system.orders().writes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cloudmonitor-by-mns-topic.json",
                "cloudmonitor-by-mns-queue.json",
                "cloudmonitor-by-eventbridge.json",
                "cloudmonitor-callback.form",
                "alertmanager-firing.json",
                "fc-timer.json"
            })
    void shapesThatTheDoorIsNotOpenToAreRefused(String file) throws Exception {
        assertThat(answer("rollback", delivery(file))).contains("\"refusal/1\"");
        assertThat(system.orders().writes()).isZero();
    }

    @Test
    void aPlanReadsTheSameAlarmAndChangesNothing() throws Exception {
        system = new InMemorySystem("cloudwatch", "lambda-demo-metric-alarm");
        var before = system.orders().now();

        assertThat(answer("rollback-plan", delivery("cloudwatch-alarm-metric.json")))
                .contains("would roll back orders from 42 to 41");
        assertThat(system.orders().now()).isEqualTo(before);
        assertThat(system.chat().told()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "rollback, GET, /rollback, 405",
        "rollback, HEAD, /rollback, 405",
        "rollback, GET, /alarms, 405",
        "rollback, GET, /metrics/rollback, 404",
        "rollback, POST, /stamp, 404",
        "rollback, POST, /clear, 404",
        "rollback, GET, /rollback-plan, 404",
        "stamp, GET, /stamp, 405",
        "stamp, POST, /rollback, 404",
        "stamp, POST, /alarms, 404",
        "clear, GET, /clear, 405",
        "stop, GET, /stop, 405",
        "stop, POST, /stop, 400",
        "resume, GET, /resume, 405",
        "rollback, POST, /stop, 404",
        "release, GET, /release, 200",
        "release, POST, /rollback, 404",
        "release, POST, /alarms, 404",
        "rollback-plan, GET, /rollback-plan, 200",
        "rollback-plan, POST, /rollback, 404",
        "health, POST, /rollback, 404",
        "health, POST, /alarms, 404",
    })
    void noGetAndNoOtherHandlersPathChangesAnything(String function, String method, String path, String status)
            throws Exception {
        var before = system.orders().now();

        assertThat(status(over(function, method, path, "", ""))).isEqualTo(status);
        assertThat(system.orders().now()).isEqualTo(before);
        assertThat(system.orders().writes()).isZero();
    }

    @Test
    void aPersonWhoSignedIsCalledAsIamKnowsThem() throws Exception {
        var arn = "arn:aws:iam::444455556666:user/ada";
        var iam = ",\"authorizer\":{\"iam\":{\"userArn\":\"" + arn + "\",\"accessKey\":\"canary\"}}";

        var reply = over("rollback", "POST", "/rollback", iam, "{\"by\":\"Eve\"}");

        assertThat(status(reply)).isEqualTo("200");
        assertThat(body(reply)).contains(arn + " asked for it").doesNotContain("Eve", "canary");
        assertThat(system.rollbacks()).isEqualTo(1);
    }

    @Test
    void aPersonWhoCallsDirectlyIsWhoTheySay() throws Exception {
        assertThat(answer("rollback", "{\"by\":\"Ada\"}")).contains("Ada asked for it", "\"verdict\":\"pass\"");
        assertThat(system.rollbacks()).isEqualTo(1);
    }

    @Test
    void healthThatFailedIsAskedAgainBeforeAnythingMoves() throws Exception {
        var at = system.time().instant();

        assertThat(answer("rollback", "{\"failed\":{\"fails\":1,\"report\":\"report-1\",\"at\":\"" + at + "\"}}"))
                .contains("health has failed 1 of 2 times in a row");
        assertThat(system.rollbacks()).isZero();
        assertThat(answer("rollback", "{\"failed\":{\"fails\":2,\"report\":\"report-1\",\"at\":\"" + at + "\"}}"))
                .contains("orders from 42 to 41");
        assertThat(system.rollbacks()).isEqualTo(1);
    }

    @Test
    void anAlarmOverHttpIsAnsweredOnceItIsDone() throws Exception {
        system = new InMemorySystem("alertmanager", "主机CPU使用率");

        var reply = over(
                "rollback",
                "POST",
                "/alarms",
                "",
                delivery("alertmanager-firing.json").replace("\\", "\\\\").replace("\n", ""));

        assertThat(status(reply)).isEqualTo("200");
        assertThat(body(reply)).contains("\"deliveries/1\"", "orders from 42 to 41");
        assertThat(system.rollbacks()).isEqualTo(1);
    }

    @Test
    void aBadRevisionStaysInQuarantineUntilAPersonClearsIt() throws Exception {
        answer("rollback", "{\"by\":\"Ada\"}");

        assertThat(answer("release", "")).contains("quarantine 42");
        assertThat(answer("clear", "{\"revisions\":[\"42\"]}")).contains("\"refusal/1\"", "$.by");
        assertThat(answer("clear", "{\"by\":\"Ada\",\"revisions\":[\"42\"]}")).contains("cleared 42");
        assertThat(answer("release", "")).doesNotContain("quarantine 42");
    }

    @Test
    void whatServesSickIsNotStamped() throws Exception {
        assertThat(answer("stamp", "{}")).contains("not stamped");
        assertThat(system.orders().writes()).isZero();
    }
}
