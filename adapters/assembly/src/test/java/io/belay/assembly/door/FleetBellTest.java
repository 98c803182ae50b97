package io.belay.assembly.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.deliveries.DeliveryShape;
import io.belay.assembly.Bundle;
import io.belay.assembly.Fleet;
import io.belay.assembly.Opening;
import io.belay.core.Correlation;
import io.belay.core.Progress;
import io.belay.core.testkit.InMemorySystem;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Alarms and timers of several systems behind one door. */
final class FleetBellTest {
    private static final String TIMER =
            "{\"triggerTime\":\"2026-11-21T10:00:00Z\",\"triggerName\":\"sweep\",\"payload\":\"\"}";

    private final InMemorySystem shop = new InMemorySystem("alertmanager", "errors");
    private final InMemorySystem mill = new InMemorySystem("alertmanager", "dust");
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Log log = new Log(new PrintStream(written, true, UTF_8), shop.time(), UnaryOperator.identity());

    private Bell bell(Map<String, Supplier<Opening>> fleet) {
        return new Bell(
                new Doorway(() -> new Door(new Fleet(fleet), log), log),
                Bundle.ROLLBACK,
                Set.of(DeliveryShape.ALERTMANAGER, DeliveryShape.FC_TIMER));
    }

    private static Supplier<Opening> open(InMemorySystem system) {
        return () -> new Opening.Opened(Bundle.of(system.spec(), system.time(), Progress.NONE));
    }

    private Answer ring(Bell bell, String body) {
        return bell.ring(body.getBytes(UTF_8), shop.time().in(Duration.ofMinutes(30)), new Correlation("abcdefgh"));
    }

    private static String alert(String name) {
        return "{\"version\":\"4\",\"status\":\"firing\",\"groupKey\":\"g\",\"alerts\":[{\"status\":\"firing\","
                + "\"labels\":{\"alertname\":\"" + name
                + "\"},\"startsAt\":\"2026-11-21T10:00:00Z\",\"fingerprint\":\"f1\"}]}";
    }

    @Test
    void anAlarmRollsBackTheSystemThatNamesItAndNoOther() {
        var answer = ring(bell(Map.of("shop", open(shop), "mill", open(mill))), alert("dust"));

        assertThat(answer.body()).containsOnlyOnce("\"report/1\"");
        assertThat(mill.rollbacks()).isEqualTo(1);
        assertThat(shop.rollbacks()).isZero();
        assertThat(shop.chat().told()).isEmpty();
    }

    @Test
    void aFileThatIsWrongIsReadOnceForAnEventHoweverManyAlarmsItHolds() {
        var reads = new AtomicInteger();
        Supplier<Opening> wrong = () -> {
            reads.incrementAndGet();
            return new Opening.Refused("broken.yaml:1: found helth; health is meant");
        };
        var alert = alert("dust");
        var one = alert.substring(alert.indexOf("[") + 1, alert.lastIndexOf("]"));
        var many = alert.replace(one, String.join(",", Collections.nCopies(50, one)));

        var answer = ring(bell(Map.of("mill", open(mill), "broken", wrong)), many);

        assertThat(answer.body().split("\"is\":\"again\"", -1)).hasSize(50);
        assertThat(reads).hasValue(1);
        assertThat(mill.rollbacks()).isEqualTo(1);
    }

    @Test
    void aTimerSweepsEachOfThemThoughOneFileIsWrong() {
        Supplier<Opening> wrong = () -> new Opening.Refused("broken.yaml:1: found helth; health is meant");

        var answer = ring(bell(Map.of("shop", open(shop), "mill", open(mill), "broken", wrong)), TIMER);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"is\":\"not-open\",\"system\":\"broken\"", "helth");
        assertThat(answer.body().split("\"report/1\"", -1)).hasSize(3);
        assertThat(shop.rollbacks()).isEqualTo(1);
        assertThat(mill.rollbacks()).isEqualTo(1);
    }

    @Test
    void anAlarmOfNobodysIsQuietUnlessItMayBeOfOneWhoseFileIsWrong() {
        var nobodys = ring(bell(Map.of("shop", open(shop), "mill", open(mill))), alert("other"));
        assertThat(nobodys.body()).contains("\"is\":\"not-for-us\"", "no system file names");
        assertThat(written.toString(UTF_8)).contains("\"unnamed\"", "alarm other of alertmanager");

        Supplier<Opening> wrong = () -> new Opening.Refused("broken.yaml:1: found helth; health is meant");
        var bell = bell(Map.of("shop", open(shop), "broken", wrong));
        assertThatThrownBy(() -> ring(bell, alert("other")))
                .isInstanceOf(NotOpen.class)
                .hasMessageContaining("broken: broken.yaml:1");
        assertThat(shop.rollbacks()).isZero();
    }
}
