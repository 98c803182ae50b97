package io.belay.assembly.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.deliveries.DeliveryShape;
import io.belay.assembly.Bundle;
import io.belay.core.Correlation;
import io.belay.core.Progress;
import io.belay.core.testkit.InMemorySystem;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BellTest {
    private final InMemorySystem system = new InMemorySystem("alertmanager", "errors");
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Log log = new Log(new PrintStream(written, true, UTF_8), system.time(), UnaryOperator.identity());
    private final Bell bell = new Bell(
            new Doorway(() -> new Door(Bundle.of(system.spec(), system.time(), Progress.NONE), log), log),
            Bundle.ROLLBACK,
            Set.of(DeliveryShape.ALERTMANAGER, DeliveryShape.FC_TIMER));

    private static String alert(String name, String status, int number) {
        return "{\"status\":\"" + status + "\",\"labels\":{\"alertname\":\"" + name
                + "\"},\"startsAt\":\"2026-11-21T10:00:00Z\",\"fingerprint\":\"f" + number + "\"}";
    }

    private static byte[] group(String status, String... alerts) {
        return ("{\"version\":\"4\",\"status\":\"" + status + "\",\"groupKey\":\"g\",\"alerts\":["
                        + Stream.of(alerts).collect(Collectors.joining(",")) + "]}")
                .getBytes(UTF_8);
    }

    private Answer ring(byte[] body) {
        return bell.ring(body, system.time().in(Duration.ofMinutes(30)), new Correlation("abcdefgh"));
    }

    @Test
    void anAlarmIsRolledBackForOnceHoweverOftenItIsInAnEvent() {
        var answer = ring(group(
                "firing", alert("errors", "firing", 1), alert("errors", "firing", 2), alert("errors", "firing", 3)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("{\"belay\":\"deliveries/1\",\"correlation\":\"abcdefgh\",\"function\":\"rollback\"")
                .containsOnlyOnce("\"is\":\"run\"")
                .containsOnlyOnce("\"belay\":\"report/1\"");
        assertThat(answer.body().split("\"is\":\"again\"", -1)).hasSize(3);
        assertThat(system.rollbacks()).isEqualTo(1);
        assertThat(system.chat().told()).hasSize(1);
    }

    @Test
    void eachDeliveryIsAnsweredForItself() {
        var answer = ring(group(
                "firing", alert("errors", "resolved", 1), "{\"status\":\"firing\"}", alert("errors", "firing", 2)));

        assertThat(answer.body())
                .containsSubsequence(
                        "\"is\":\"not-for-us\"", "\"is\":\"refused\"", "\"is\":\"run\"", "\"alarm\":\"errors\"");
        assertThat(system.rollbacks()).isEqualTo(1);
    }

    @Test
    void whatIsNotForUsChangesNothingAndTellsNobody() {
        var before = system.orders().now();

        var answer = ring(group("resolved", alert("errors", "resolved", 1)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(system.orders().now()).isEqualTo(before);
        assertThat(system.chat().told()).isEmpty();
    }

    @Test
    void aRefusalThatStaysIsNotToldAtEachSweepOfAClockThatSaysHowOftenItCalls() {
        system.orders().recall(system.orders().now().memory().with(List.of()));
        for (int sweep = 0; sweep < 12; sweep++) {
            var answer = ring(("{\"triggerTime\":\"2026-11-21T10:00:00Z\",\"triggerName\":\"sweep\","
                            + "\"payload\":\"sweep 5m\"}")
                    .getBytes(UTF_8));
            assertThat(answer.body()).contains("\"verdict\":\"fail\"");
            system.time().advance(Duration.ofMinutes(5));
        }

        assertThat(system.chat().told()).hasSize(2);
    }

    @Test
    void alarmsThatTheFileDoesNotNameAreAnsweredAndLoggedOnceAndToldToNobody() {
        var answer = ring(group("firing", alert("a", "firing", 1), alert("b", "firing", 2), alert("a", "firing", 3)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "no system file names alarm a of alertmanager", "no system file names alarm b of alertmanager")
                .doesNotContain("\"report/1\"");
        assertThat(written.toString(UTF_8))
                .containsOnlyOnce("\"unnamed\"")
                .contains("\"alarm\":\"alarm a of alertmanager\",\"alarms\":\"2\"");
        assertThat(system.chat().told()).isEmpty();
        assertThat(system.rollbacks()).isZero();
    }

    @Test
    void whatIsNamedRunsBesideWhatIsNot() {
        var answer = ring(group("firing", alert("a", "firing", 1), alert("errors", "firing", 2)));

        assertThat(answer.body()).containsOnlyOnce("\"report/1\"").containsOnlyOnce("\"not-for-us\"");
        assertThat(system.rollbacks()).isEqualTo(1);
        assertThat(system.chat().told()).hasSize(1);
    }

    @Test
    void whatIsNotUnderstoodIsRefusedWithoutAWordOfItsSenders() {
        var answer = ring(group("firing", "{\"status\":\"canary-hunter2\"}"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"is\":\"refused\"").doesNotContain("canary");
        assertThat(written.toString(UTF_8)).contains("refused").doesNotContain("canary");
    }

    @Test
    void aTimerIsASweep() {
        var timer = "{\"triggerTime\":\"2026-11-21T10:10:00Z\",\"triggerName\":\"every5m\",\"payload\":\"\"}";

        var answer = ring(timer.getBytes(UTF_8));

        assertThat(answer.body()).contains("\"is\":\"run\"").doesNotContain("\"alarm\":");
        assertThat(system.rollbacks()).isEqualTo(1);
    }

    @Test
    void whatBearsNoMarkOfAnOpenShapeIsNotHeard() {
        assertThat(bell.hears("{\"by\":\"Ada\"}".getBytes(UTF_8))).isFalse();
        assertThat(bell.hears("{\"alarmData\":{}}".getBytes(UTF_8))).isFalse();
        assertThat(bell.hears("{".getBytes(UTF_8))).isFalse();
        assertThat(bell.hears(group("firing"))).isTrue();
    }
}
