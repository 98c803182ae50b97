package io.belay.adapter.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.deliveries.Delivery.Delivered;
import io.belay.adapter.deliveries.Delivery.Refused;
import io.belay.core.Cause;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CloudMonitorTest {
    private static final Cause.Alarmed WARNED =
            new Cause.Alarmed("cloudmonitor", "test", "WARN", Optional.of(Instant.parse("2018-08-20T03:36:00Z")));

    @Test
    void theCallbackThatItSendsIsRead() {
        var delivered = Said.delivered(Said.by(Fixture.CALLBACK));
        assertThat(delivered.cause())
                .contains(new Cause.Alarmed("cloudmonitor", "API网关_返回码5XX个数", "ALERT", Optional.empty()));
        assertThat(delivered.aliases()).containsExactly("alarmRule_uuid_bf585f0992efef820bdab9920a57e178d8ae545f32f");
    }

    @Test
    void theCallbackOfTheHelpIsReadThoughItIsNotEncoded() {
        assertThat(Said.alarm(Said.by(Fixture.CALLBACK_HELP)).alarm()).isEqualTo("Basic monitoring-ECS-memory usage");
    }

    @Test
    void theCallbackThatSaysOkIsNotForUs() {
        assertThat(Said.notForUs(Said.by(Fixture.CALLBACK_OK))).isEqualTo("alarm API网关_返回码4XX个数 says OK");
    }

    @ParameterizedTest
    @CsvSource({"1685646149981, 2023-06-01T19:02:29.981Z", "1685646149, 2023-06-01T19:02:29Z"})
    void secondsAndMillisecondsAreToldApart(String written, Instant meant) {
        var text = Fixture.CALLBACK
                .text()
                .replace("preTriggerLevel=null", "preTriggerLevel=OK")
                .replace("timestamp=1685646149981", "timestamp=" + written);
        assertThat(Said.alarm(Said.by(DeliveryShape.CLOUDMONITOR_CALLBACK, text))
                        .at())
                .contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"0", "946684799", "4102444800", "99999999999999", "-1685646149", "1e9", "''", "null"})
    void aTimeThatIsNoneIsRefused(String written) {
        var refused = Said.refused(Said.by(Fixture.CALLBACK, "timestamp=1685646149981", "timestamp=" + written));
        assertThat(refused.place()).isEqualTo("form.timestamp");
    }

    @Test
    void aRuleThatRingsAgainDidNotTurnThen() {
        assertThat(Said.alarm(Said.by(Fixture.CALLBACK, "preTriggerLevel=null", "preTriggerLevel=INFO"))
                        .at())
                .isEmpty();
    }

    @Test
    void theWordAlarmOfOtherSamplesIsRedAsWell() {
        assertThat(Said.alarm(Said.by(Fixture.CALLBACK, "alertState=ALERT", "alertState=ALARM"))
                        .state())
                .isEqualTo("ALARM");
    }

    @Test
    void theTextNullIsNoName() {
        var refused = Said.refused(Said.by(Fixture.CALLBACK_HELP, "Basic monitoring-ECS-memory usage", "null"));
        assertThat(refused).isEqualTo(new Refused("form.alertName", "the text null", "a name"));
    }

    @Test
    void redWithALevelOfOkIsRefused() {
        var refused = Said.refused(Said.by(Fixture.CALLBACK, "triggerLevel=INFO", "triggerLevel=OK"));
        assertThat(refused.place()).isEqualTo("form.triggerLevel");
    }

    @ParameterizedTest
    @CsvSource({
        "&curValue=9, &curValue=9&alertState=OK, a field said twice",
        "&curValue=9, &curValue=%9, an escape that is none",
        "&curValue=9, &curValue=%FF, escapes that are not",
        "&curValue=9, &curValue, a part without a name or without a value",
    })
    void aFormThatIsNoneIsRefused(String old, String otherwise, String found) {
        assertThat(Said.refused(Said.by(Fixture.CALLBACK, old, otherwise)).found())
                .isEqualTo(found);
    }

    @Test
    void itsRetryIsTheSameAndAnotherResourceIsAnother() {
        var first = Said.delivered(Said.by(Fixture.CALLBACK)).identity();
        assertThat(Said.delivered(Said.by(Fixture.CALLBACK)).identity()).isEqualTo(first);
        assertThat(Said.delivered(Said.by(Fixture.CALLBACK, "RELEASE", "TEST")).identity())
                .isNotEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource(names = {"TOPIC", "TOPIC_XML", "TOPIC_SIMPLIFIED", "ALIBABA_EVENT"})
    void theSameMessageIsReadByEachWayOfMns(Fixture fixture) {
        var delivered = Said.delivered(Said.by(fixture));
        assertThat(delivered.cause()).contains(WARNED);
        assertThat(delivered.identity())
                .isEqualTo(Said.delivered(Said.by(Fixture.TOPIC)).identity());
    }

    @Test
    void inAQueueAStrangersMessageDoesNotSilenceTheAlertBesideIt() {
        var answers = Said.by(Fixture.QUEUE);
        assertThat(answers.getFirst())
                .isInstanceOfSatisfying(
                        Delivered.class, read -> assertThat(read.cause()).contains(WARNED));
        assertThat(answers.get(1))
                .isInstanceOfSatisfying(
                        Refused.class, wrong -> assertThat(wrong.place()).startsWith("$[1].data.messageBody > $"));
    }

    @Test
    void rawMessagesOfAQueueAreReadAsObjectsAndAsTexts() {
        var raw = Fixture.TOPIC_SIMPLIFIED.text();
        var quoted = Fixture.TOPIC.text();
        var text = quoted.substring(quoted.indexOf("\"{"), quoted.indexOf("}\",") + 2);
        var answers = Said.by(DeliveryShape.CLOUDMONITOR_BY_MNS_QUEUE, "[" + raw + "," + text + "]");
        assertThat(answers)
                .hasSize(2)
                .allSatisfy(answer -> assertThat(Said.alarm(List.of(answer))).isEqualTo(WARNED));
    }

    @Test
    void aListOfEventsIsReadAsOneIs() {
        var one = Fixture.ALIBABA_EVENT.text();
        var answers = Said.by(DeliveryShape.CLOUDMONITOR_BY_EVENTBRIDGE, "[" + one + "," + one + "]");
        assertThat(answers)
                .hasSize(2)
                .allSatisfy(answer -> assertThat(Said.alarm(List.of(answer))).isEqualTo(WARNED));
    }

    @Test
    void anEventWithOtherDataIsRefusedWithItsPlace() {
        var refused = Said.refused(Said.by(Fixture.ALIBABA_EVENT, "curLevel", "level"));
        assertThat(refused).isEqualTo(new Refused("$.data.curLevel", "nothing", "this field"));
    }

    @Test
    void aLevelOfOkIsNotForUs() {
        var why = Said.notForUs(Said.by(Fixture.TOPIC_SIMPLIFIED, "\"curLevel\": \"WARN\"", "\"curLevel\": \"OK\""));
        assertThat(why).isEqualTo("alarm test says OK");
    }

    @Test
    void xmlWithADoctypeIsRefused() {
        var refused = Said.refused(Said.by(
                Fixture.TOPIC_XML,
                "<Notification xlmns",
                "<!DOCTYPE Notification [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Notification xlmns"));
        assertThat(refused.place()).isEqualTo("Notification");
    }

    @Test
    void xmlThatSaysTheMessageTwiceIsRefused() {
        var refused = Said.refused(Said.by(Fixture.TOPIC_XML, "<Message>", "<Message>{}</Message><Message>"));
        assertThat(refused.found()).isEqualTo("an element said twice");
    }

    @Test
    void aRuleCanBeCalledByItsId() {
        var delivered = Said.delivered(Said.by(Fixture.TOPIC));
        var id = "putNewAlarm_group_778af9ba-a291-46ab-ac53-3983bcee****";
        assertThat(delivered.as(id::equals).cause().map(Cause.Alarmed::alarm)).contains(id);
        assertThat(delivered.as("test"::equals)).isEqualTo(delivered);
        assertThat(delivered.as("else"::equals)).isEqualTo(delivered);
    }
}
