package io.belay.adapter.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.deliveries.Delivery.Refused;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class DestinationTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static List<Delivery> with(Fixture record, String payload) {
        var tree = (ObjectNode) JSON.readTree(record.text());
        tree.set("requestPayload", JSON.readTree(payload));
        return Said.by(record.shape(), tree.toString());
    }

    /** A refusal with its place in the event, and not in the record around it. */
    private static Delivery placed(Delivery answer) {
        return answer instanceof Refused(var place, var found, var meant)
                ? new Refused(place.replaceFirst("\\$\\.requestPayload( > \\$)?", "\\$"), found, meant)
                : answer;
    }

    private static List<Delivery> readBy(String region, String function, Fixture record) {
        var self = Optional.of(new Self(region, function));
        return new Deliveries(EnumSet.allOf(DeliveryShape.class), self).read(record.bytes());
    }

    @Test
    void anAlarmThatAnotherFunctionOfLambdaFailedOfIsThatAlarm() {
        assertThat(Said.by(Fixture.LAMBDA_DESTINATION_ALARM)).isEqualTo(Said.by(Fixture.SNS));
    }

    @Test
    void anAlarmThatAnotherFunctionOfFunctionComputeFailedOfIsThatAlarm() {
        assertThat(Said.by(Fixture.FC_DESTINATION_ALARM)).isEqualTo(Said.by(Fixture.TOPIC));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fixture.class,
            names = {"METRIC", "COMPOSITE", "SNS_THREE", "EVENTBRIDGE", "SCHEDULE_RULE", "SCHEDULE_OWN"})
    void eachShapeOfLambdasIsReadWithin(Fixture event) {
        assertThat(with(Fixture.LAMBDA_DESTINATION, event.text()).stream().map(DestinationTest::placed))
                .containsExactlyElementsOf(Said.by(event));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fixture.class,
            names = {"CALLBACK", "FIRING", "RESOLVED", "TOPIC_XML", "QUEUE", "QUEUE_RAW", "ALIBABA_EVENT", "TIMER_SWEEP"
            })
    void eachShapeOfFunctionComputesIsReadWithinItsText(Fixture event) {
        assertThat(with(Fixture.FC_DESTINATION, JSON.writeValueAsString(event.text())).stream()
                        .map(DestinationTest::placed))
                .containsExactlyElementsOf(Said.by(event));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fixture.class,
            names = {"LAMBDA_DESTINATION", "FC_DESTINATION"})
    void anEventThatIsNoAlarmIsASweepUnderTheRequestsId(Fixture record) {
        var sweep = Said.delivered(Said.by(record));

        assertThat(sweep.cause()).isEmpty();
        assertThat(sweep).isEqualTo(Said.delivered(Said.by(record)));
        assertThat(Said.delivered(Said.by(Fixture.LAMBDA_DESTINATION, "e4b46cbf", "00000000"))
                        .identity())
                .isNotEqualTo(sweep.identity());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"\"",
                "\"{\"",
                "\"hunter2\"",
                "17",
                "{\"by\": \"Ada\"}",
                "\"{\\\"by\\\": \\\"Ada\\\"}\""
            })
    void whateverElseTheEventWasIsASweepAndNeverAPerson(String payload) {
        for (var record : List.of(Fixture.LAMBDA_DESTINATION, Fixture.FC_DESTINATION)) {
            assertThat(Said.delivered(with(record, payload)).cause()).isEmpty();
        }
    }

    @Test
    void anAlarmWithinThatIsBrokenIsRefusedWithItsPlace() {
        var refused = Said.refused(Said.by(Fixture.LAMBDA_DESTINATION_ALARM, "aws:sns", "aws:sqs"));

        assertThat(refused.place()).startsWith("$.requestPayload.Records[0]");
    }

    @Test
    void whatSucceededIsNotForUs() {
        assertThat(Said.notForUs(Said.by(Fixture.LAMBDA_DESTINATION_ALARM, "RetriesExhausted", "Success")))
                .contains("succeeded");
        assertThat(Said.notForUs(Said.by(Fixture.FC_DESTINATION_ALARM, "FunctionResourceExhausted", "")))
                .contains("succeeded");
        assertThat(Said.by(Fixture.FC_DESTINATION_ALARM, "\"functionError\": \"\"", "\"functionError\": \"Exited\""))
                .isEqualTo(Said.by(Fixture.TOPIC));
    }

    @ParameterizedTest
    @CsvSource({
        "LAMBDA_DESTINATION, us-east-1, my-function",
        "LAMBDA_DESTINATION_ALARM, sa-east-1, event-destinations",
        "FC_DESTINATION_ALARM, {regionid}, xxxx"
    })
    void whatThisFunctionFailedOfItselfIsRefusedForItWouldGoRound(Fixture record, String region, String function) {
        var refused = Said.refused(readBy(region, function, record));

        assertThat(refused.place()).isEqualTo("$.requestContext.functionArn");
        assertThat(refused.found()).isEqualTo("this function itself");
        assertThat(readBy(region, "another", record)).isEqualTo(Said.by(record));
        assertThat(readBy("eu-west-1", function, record)).isEqualTo(Said.by(record));
    }

    @Test
    void aRecordWithinARecordIsRefusedForItWouldGoRound() {
        for (var inner : List.of(Fixture.LAMBDA_DESTINATION_ALARM, Fixture.FC_DESTINATION_ALARM)) {
            assertThat(Said.refused(with(Fixture.LAMBDA_DESTINATION, inner.text()))
                            .place())
                    .isEqualTo("$.requestPayload");
            assertThat(Said.refused(with(Fixture.FC_DESTINATION, JSON.writeValueAsString(inner.text())))
                            .place())
                    .isEqualTo("$.requestPayload");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:lambda:us-east-1:1:function",
                "arn:aws:sns:us-east-1:1:function:my-function",
                "arn:aws:lambda:us-east-1:1:layer:my-function:1",
                "arn:aws:lambda:us-east-1:1:function:my-function:a:b"
            })
    void anArnThatIsNoFunctionsIsRefused(String arn) {
        var answers = Said.by(
                Fixture.LAMBDA_DESTINATION, "arn:aws:lambda:us-east-1:123456789012:function:my-function:$LATEST", arn);

        assertThat(Said.refused(answers).place()).isEqualTo("$.requestContext.functionArn");
    }

    @Test
    void aFunctionOfFunctionCompute2IsRefused() {
        var answers = Said.by(
                Fixture.FC_DESTINATION,
                "acs:fc:{regionid}:{accountid}:functions/xxxx",
                "acs:fc:::services/s/functions/f");

        assertThat(Said.refused(answers).meant()).contains("3.0");
    }

    @Test
    void anotherVersionOfTheRecordIsRefused() {
        assertThat(Said.refused(Said.by(Fixture.LAMBDA_DESTINATION, "\"1.0\"", "\"2.0\"")))
                .isEqualTo(new Refused("$.version", "another text", "1.0"));
    }

    @Test
    void noWordOfTheEventsIsInARefusal() {
        var answers = with(Fixture.LAMBDA_DESTINATION, "{\"alarmData\": {\"alarmName\": \"hunter2\"}}");

        assertThat(answers.toString()).doesNotContain("hunter2");
        assertThat(Said.by(Fixture.FC_DESTINATION, "FunctionResourceExhausted", "hunter2")
                        .toString())
                .doesNotContain("hunter2");
    }

    @Test
    void aListOfTextsAndRawDataComeThroughADoorForAll() {
        var any = new Deliveries(EnumSet.allOf(DeliveryShape.class));
        var message = JSON.writeValueAsString(Fixture.TOPIC_SIMPLIFIED.text());

        var texts = any.read(("[" + message + "]").getBytes(StandardCharsets.UTF_8));

        assertThat(Said.alarm(texts)).isEqualTo(Said.alarm(Said.by(Fixture.TOPIC_SIMPLIFIED)));
        assertThat(any.read(Fixture.QUEUE_RAW.bytes()).getFirst())
                .extracting(Object::toString)
                .asString()
                .contains(Said.alarm(Said.by(Fixture.TOPIC_SIMPLIFIED)).alarm());
    }
}
