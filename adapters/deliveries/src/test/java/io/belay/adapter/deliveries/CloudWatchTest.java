package io.belay.adapter.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.deliveries.Delivery.Delivered;
import io.belay.adapter.deliveries.Delivery.NotForUs;
import io.belay.adapter.deliveries.Delivery.Refused;
import io.belay.core.Cause;
import io.belay.core.Correlation;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudWatchTest {
    private static final String RED = "\"value\": \"ALARM\",\n      \"reason\": \"test\"";

    @Test
    void aMetricAlarmThatCallsTheFunctionRang() {
        var alarm = Said.alarm(Said.by(Fixture.METRIC));
        assertThat(alarm)
                .isEqualTo(new Cause.Alarmed(
                        "cloudwatch",
                        "lambda-demo-metric-alarm",
                        "ALARM",
                        Optional.of(Instant.parse("2023-08-04T12:36:15.490Z"))));
    }

    @Test
    void aCompositeAlarmReleasedFromItsSuppressionRangButDidNotTurnThen() {
        var alarm = Said.alarm(Said.by(Fixture.COMPOSITE));
        assertThat(alarm).isEqualTo(new Cause.Alarmed("cloudwatch", "CompositeDemo.Main", "ALARM", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OK", "INSUFFICIENT_DATA"})
    void anAlarmThatIsNotRedIsNotForUs(String state) {
        var why = Said.notForUs(Said.by(Fixture.METRIC, RED, RED.replace("ALARM", state)));
        assertThat(why).isEqualTo("alarm lambda-demo-metric-alarm says " + state);
    }

    @Test
    void aStateThatCloudWatchDoesNotKnowIsRefusedWithoutRepeatingIt() {
        var refused = Said.refused(Said.by(Fixture.METRIC, RED, RED.replace("ALARM", "alarm")));
        assertThat(refused)
                .isEqualTo(new Refused("$.alarmData.state.value", "another text", "ALARM, OK or INSUFFICIENT_DATA"));
    }

    @Test
    void anEventOfAnotherSourceIsRefused() {
        var refused = Said.refused(Said.by(Fixture.METRIC, "aws.cloudwatch", "aws.health"));
        assertThat(refused.place()).isEqualTo("$.source");
    }

    @Test
    void byEventBridgeItBearsTheEventsIdAsCorrelation() {
        var delivered = Said.delivered(Said.by(Fixture.EVENTBRIDGE));
        assertThat(delivered.cause())
                .contains(new Cause.Alarmed(
                        "cloudwatch",
                        "ServerCpuTooHigh",
                        "ALARM",
                        Optional.of(Instant.parse("2019-10-02T17:04:40.989Z"))));
        assertThat(delivered.correlation()).contains(new Correlation("c4c1c1c9-6542-e61b-6ef0-8c4d36933a92"));
    }

    @Test
    void aChangeOfConfigurationIsNotForUs() {
        var why = Said.notForUs(
                Said.by(Fixture.EVENTBRIDGE, "CloudWatch Alarm State Change", "CloudWatch Alarm Configuration Change"));
        assertThat(why).contains("no alarm's change of state");
    }

    @Test
    void aSuppressedAlarmIsNotForUsThoughEventBridgeTellsOfIt() {
        var why = Said.notForUs(Said.by(
                Fixture.EVENTBRIDGE,
                "\"value\": \"ALARM\"",
                "\"value\": \"ALARM\", \"actionsSuppressedBy\": \"WaitPeriod\""));
        assertThat(why).isEqualTo("alarm ServerCpuTooHigh is suppressed by another");
    }

    @Test
    void aMutedAlarmIsNotForUsThoughEventBridgeTellsOfIt() {
        var why = Said.notForUs(Said.by(
                Fixture.EVENTBRIDGE, "\"alarmName\":", "\"muteDetail\": {\"mutedByArn\": \"arn:x\"}, \"alarmName\":"));
        assertThat(why).isEqualTo("alarm ServerCpuTooHigh is muted");
    }

    @Test
    void bySnsTheMessageWithinIsRead() {
        assertThat(Said.alarm(Said.by(Fixture.SNS)))
                .isEqualTo(new Cause.Alarmed(
                        "cloudwatch",
                        "Example alarm name",
                        "ALARM",
                        Optional.of(Instant.parse("2017-01-12T16:30:42.236Z"))));
    }

    @Test
    void eachOfSeveralRecordsIsAnsweredForItself() {
        var answers = Said.by(Fixture.SNS_THREE);
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0)).isInstanceOf(Delivered.class);
        assertThat(answers.get(1)).isEqualTo(new NotForUs("alarm Example alarm name says OK"));
        assertThat(answers.get(2))
                .isEqualTo(new Refused("$.Records[2].Sns.Message > $.AWSAccountId", "nothing", "this field"));
    }

    @Test
    void aConfirmationIsToldAndNothingOfItIsRepeated() {
        var why = Said.notForUs(Said.by(Fixture.SNS_CONFIRMATION));
        assertThat(why)
                .contains("confirm a subscription")
                .doesNotContain("2336412f")
                .doesNotContain("http");
    }

    @Test
    void snsOwnCallIsReadAsItsRecordIs() {
        var text = Fixture.SNS.text();
        var sns = text.substring(text.indexOf("{", text.indexOf("\"Sns\"")), text.lastIndexOf("}\n  ]"));
        var direct = Said.by(DeliveryShape.CLOUDWATCH_BY_SNS, sns);
        assertThat(direct).isEqualTo(Said.by(Fixture.SNS));
    }

    @Test
    void aTurnIsTheSameByEachOfItsThreeWays() {
        var direct = Said.delivered(Said.by(DeliveryShape.CLOUDWATCH_ALARM, """
                {"source": "aws.cloudwatch", "accountId": "1", "alarmData": {"alarmName": "a",
                 "state": {"value": "ALARM", "timestamp": "2026-11-21T08:00:00.120+0000"}}}"""));
        var bridged = Said.delivered(Said.by(DeliveryShape.CLOUDWATCH_BY_EVENTBRIDGE, """
                {"source": "aws.cloudwatch", "detail-type": "CloudWatch Alarm State Change", "account": "1", "detail":
                 {"alarmName": "a", "state": {"value": "ALARM", "timestamp": "2026-11-21T08:00:00.120+0000"}}}"""));
        var notified = Said.delivered(Said.by(DeliveryShape.CLOUDWATCH_BY_SNS, """
                {"Type": "Notification", "Message": "{\\"AWSAccountId\\":\\"1\\",\\"AlarmName\\":\\"a\\",\
                \\"NewStateValue\\":\\"ALARM\\",\\"StateChangeTime\\":\\"2026-11-21T08:00:00.120+0000\\"}"}"""));
        assertThat(direct.identity())
                .isEqualTo(bridged.identity())
                .isEqualTo(notified.identity())
                .matches("cloudwatch-[0-9a-f]{32}");
    }

    @Test
    void anotherTurnIsAnotherIdentity() {
        var first = Said.delivered(Said.by(Fixture.METRIC));
        var next = Said.delivered(Said.by(Fixture.METRIC, "12:36:15.490", "12:36:15.491"));
        assertThat(next.identity()).isNotEqualTo(first.identity());
    }
}
