package io.belay.adapter.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.deliveries.Delivery.Delivered;
import io.belay.adapter.deliveries.Delivery.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveriesTest {
    private static final Deliveries ANY = new Deliveries(EnumSet.allOf(DeliveryShape.class));

    @ParameterizedTest
    @EnumSource
    void eachBodyBearsTheMarksOfItsOwnShapeAlone(Fixture fixture) {
        var body = Body.of(fixture.bytes());
        assertThat(Arrays.stream(DeliveryShape.values()).filter(shape -> shape.marks(body)))
                .containsExactly(fixture.shape());
    }

    @ParameterizedTest
    @EnumSource
    void aDoorForAllReadsEachBodyAsItsOwnDoorDoes(Fixture fixture) {
        assertThat(ANY.read(fixture.bytes())).isEqualTo(Said.by(fixture));
    }

    @ParameterizedTest
    @EnumSource
    void atAnotherShapesDoorABodyIsNeverDelivered(Fixture fixture) {
        for (var shape : EnumSet.complementOf(EnumSet.of(fixture.shape()))) {
            assertThat(shape.read(fixture.bytes())).as(shape.word()).noneMatch(Delivered.class::isInstance);
        }
    }

    @Test
    void aBodyWithTheMarksOfTwoIsRefused() {
        var both = Fixture.METRIC.text().replaceFirst("\\{", "{\"sweep\": {\"at\": \"2026-11-21T08:00:00Z\"},");
        var refused = Said.refused(ANY.read(both.getBytes(StandardCharsets.UTF_8)));
        assertThat(refused).isEqualTo(new Refused("$", "the marks of cloudwatch-alarm or aws-schedule", "one of them"));
    }

    @Test
    void aShapeThatIsNotOpenIsRefused() {
        var door = new Deliveries(Set.of(DeliveryShape.FC_TIMER));
        assertThat(Said.refused(door.read(Fixture.METRIC.bytes())))
                .isEqualTo(new Refused("$", "the marks of none", "fc-timer"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "null", "0", "\"\"", "[]", "{}", "[[]]", "[null]", "{\"Records\":[]}", "<", "&", "="})
    void nearlyNothingIsRefusedByAllDoors(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(ANY.read(bytes)).allMatch(Refused.class::isInstance).isNotEmpty();
        for (var shape : DeliveryShape.values()) {
            assertThat(shape.read(bytes))
                    .as(shape.word())
                    .allMatch(Refused.class::isInstance)
                    .isNotEmpty();
        }
    }

    @Test
    void aLongerBodyIsRefusedUnread() {
        var padded = Arrays.copyOf(Fixture.METRIC.bytes(), Deliveries.LARGEST + 1);
        Arrays.fill(padded, Fixture.METRIC.bytes().length, padded.length, (byte) ' ');
        assertThat(Said.refused(ANY.read(padded)).found()).isEqualTo("a longer body");
        assertThat(Said.alarm(ANY.read(Arrays.copyOf(padded, Deliveries.LARGEST)))
                        .alarm())
                .isEqualTo("lambda-demo-metric-alarm");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        var bytes = Fixture.METRIC.bytes();
        bytes[20] = (byte) 0xFF;
        assertThat(Said.refused(ANY.read(bytes)).meant()).isEqualTo("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001d", "\u2028", "\u00a0", "\u0000", "{}"})
    void whatFollowsTheEndIsRefusedThoughJavaCallsItSpace(String more) {
        var answers = Said.by(DeliveryShape.FC_TIMER, Fixture.TIMER_SWEEP.text() + more);
        assertThat(answers).allMatch(Refused.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(ints = {31, 32, 100_000})
    void nestingIsReadTo32(int depth) {
        var nested = "[".repeat(depth) + "]".repeat(depth);
        var text = Fixture.METRIC.text().replaceFirst("\\{", "{\"more\": " + nested + ",");
        assertThat(Said.by(DeliveryShape.CLOUDWATCH_ALARM, text).getFirst() instanceof Delivered)
                .isEqualTo(depth < 32);
    }

    @Test
    void aFieldSaidTwiceIsRefusedWhereverItStands() {
        var refused = Said.refused(Said.by(Fixture.METRIC, "\"period\": 60", "\"period\": 60, \"period\": 60"));
        assertThat(refused.found()).isEqualTo("a field said twice");
    }

    @Test
    void aFieldSaidTwiceWithinAMessageIsRefused() {
        var refused = Said.refused(Said.by(Fixture.SNS, "\\\"OldStateValue\\\"", "\\\"AlarmName\\\""));
        assertThat(refused.place()).startsWith("$.Records[0].Sns.Message > $");
        assertThat(refused.found()).isEqualTo("a field said twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\\nb", "a\\u0000b", "\\ud800", "a\\u2028b"})
    void aNameThatDoesNotFitOnALineIsRefused(String name) {
        var refused = Said.refused(
                Said.by(Fixture.EVENTBRIDGE, "\"alarmName\": \"ServerCpuTooHigh\"", "\"alarmName\": \"" + name + "\""));
        assertThat(refused.place()).isEqualTo("$.detail.alarmName");
    }

    @Test
    void noWordOfTheSendersIsInARefusal() {
        var secret = "hunter2";
        for (var text : List.of(
                "{\"alarmData\": {\"" + secret + "\": 1, \"" + secret + "\": 2}}",
                "{\"alarmData\": \"" + secret + "\"}",
                "{\"sweep\": {\"" + secret + "\": 1}}",
                "{\"alarmData\": " + secret + "}",
                "alertState=" + secret + "&alertName=" + secret + "&ruleId=1&timestamp=1",
                "<" + secret + "/>",
                "<Notification><" + secret + "></Notification>",
                "{\"Type\": \"Notification\", \"TopicArn\": \"x\", \"Message\": \"" + secret + "\"}")) {
            assertThat(ANY.read(text.getBytes(StandardCharsets.UTF_8)))
                    .allMatch(Refused.class::isInstance)
                    .noneMatch(answer -> answer.toString().contains(secret));
        }
    }
}
