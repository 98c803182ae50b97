package io.belay.alarmsetup;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.Verdict;
import io.belay.core.alarm.Resource;
import io.belay.core.testkit.InMemoryAlarmStore;
import io.belay.core.testkit.InMemoryWeather.Call;
import io.belay.core.testkit.InMemoryWeather.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A store that counts calls as its quota says, and turns a fifth of the others away as well. */
final class RateTest {
    private static final int ALARMS = 1_000;

    private final Stage stage = new Stage();
    private final Random chance = new Random(7);
    private int asked;
    private int overQuota;
    private int turnedAway;
    private Bucket server = new Bucket(InMemoryAlarmStore.PUT, stage.time.instant());

    private void throttle(Moment moment, Call call) {
        if (moment != Moment.BEFORE || call != Call.APPLY) {
            return;
        }
        asked++;
        var now = stage.time.instant();
        if (server.until(1, now).isPositive()) {
            overQuota++;
            throw new PortException(new Fault(Fault.Kind.THROTTLED, "Rate exceeded"));
        }
        if (chance.nextInt(5) == 0) {
            turnedAway++;
            throw new PortException(new Fault(Fault.Kind.THROTTLED, "Rate exceeded"));
        }
        server.take(1, now);
    }

    @Test
    void aThousandAlarmsWithAFifthThrottledAllArriveNearTheQuotasFloor() {
        var wanted = new ArrayList<Resource>();
        for (int i = 0; i < ALARMS; i++) {
            wanted.add(Stage.alarm("alarm-%04d".formatted(i), "5"));
        }
        stage.wanted = wanted;
        var plan = Stage.id(stage.plan());
        stage.store.weather().always(this::throttle);
        server = new Bucket(InMemoryAlarmStore.PUT, stage.time.instant());
        var began = stage.time.instant();

        var report = stage.apply(plan, Duration.ofMinutes(15));

        var took = Duration.between(began, stage.time.instant());
        var floor = InMemoryAlarmStore.PUT.pace().multipliedBy(ALARMS);
        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
        assertThat(stage.store.things()).hasSize(ALARMS);
        assertThat(stage.store.writes()).isEqualTo(ALARMS);
        assertThat(turnedAway).isBetween(150, 350);
        assertThat(overQuota).isZero();
        assertThat(asked).isEqualTo(ALARMS + turnedAway);
        assertThat(took).isLessThanOrEqualTo(floor.multipliedBy(11).dividedBy(10));
    }
}
