package io.belay.adapter.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.alarm.DrillMark;
import io.belay.core.alarm.DrillTrail.Leg;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bell and the trail of a drill. */
class CloudWatchDrillTest {
    private static final DrillMark MARK = new DrillMark("0123456789abcdef");
    private static final DrillMark OTHER = new DrillMark("fedcba9876543210");
    private static final String LOG = "/aws/lambda/rollback";

    private final Shelves shelves = new Shelves();
    private final CloudWatchBell bell = new CloudWatchBell(shelves.aws());
    private final CloudWatchAlarms alarms = new CloudWatchAlarms(shelves.aws());
    private final AwsDrillTrail trail = new AwsDrillTrail(shelves.aws(), LOG);

    @BeforeEach
    void alarms() {
        shelves.server().cloudWatch().metric("drill", Map.of()).composite("any", "ALARM(\"drill\")");
        shelves.server().logs().group(LOG);
    }

    @AfterEach
    void close() {
        shelves.close();
    }

    @Test
    void itRingsOnceForAMarkAlsoWhereTheAlarmHasReturnedByItself() throws Exception {
        bell.ring("drill", MARK, Aws.soon());
        var rung = alarms.read("drill", Aws.soon());
        assertThat(rung.colour()).isEqualTo(Colour.RED);
        assertThat(DrillMark.read(rung.reason())).contains(MARK);

        bell.ring("drill", MARK, Aws.soon());
        shelves.server().cloudWatch().turn("drill", "OK", "Threshold not crossed");
        bell.ring("drill", MARK, Aws.soon());
        assertThat(shelves.server().writes()).containsExactly("monitoring:SetAlarmState");

        bell.ring("drill", OTHER, Aws.soon());
        assertThat(shelves.server().writes()).hasSize(2);
    }

    @Test
    void itIsLeftToItselfAndWhatTurnedRedByItselfStaysRed() throws Exception {
        bell.reset("drill", MARK, Aws.soon());
        assertThat(shelves.server().writes()).isEmpty();

        bell.ring("drill", MARK, Aws.soon());
        bell.reset("drill", MARK, Aws.soon());
        assertThat(alarms.read("drill", Aws.soon()).colour()).isEqualTo(Colour.UNKNOWN);

        shelves.server().cloudWatch().turn("drill", "ALARM", "Threshold crossed");
        bell.reset("drill", MARK, Aws.soon());
        assertThat(alarms.read("drill", Aws.soon()).colour()).isEqualTo(Colour.RED);
    }

    @Test
    void whatCannotBeRungIsSaid() {
        assertThatThrownBy(() -> bell.ring("nothing", MARK, Aws.soon()))
                .satisfies(thrown -> fault(thrown, Fault.Kind.NOT_FOUND));
        assertThatThrownBy(() -> bell.ring("any", MARK, Aws.soon()))
                .satisfies(thrown -> fault(thrown, Fault.Kind.REJECTED));
        assertThat(shelves.server().writes()).isEmpty();
    }

    private static void fault(Throwable thrown, Fault.Kind kind) {
        assertThat(((PortException) thrown).fault().kind()).isEqualTo(kind);
    }

    @Test
    void eachLegIsSeenOnceItLeftItsTrace() throws Exception {
        var from = Instant.now().minusSeconds(60);
        for (var leg : Leg.values()) {
            assertThat(trail.seen(leg, "drill", MARK, from, Aws.soon()))
                    .as("%s", leg)
                    .isEmpty();
        }
        bell.ring("drill", MARK, Aws.soon());
        var called = from.plusSeconds(70).truncatedTo(ChronoUnit.MILLIS);
        shelves.server()
                .logs()
                .write(LOG, from.minusSeconds(9), line(MARK, Leg.CALLED))
                .write(LOG, called, line(OTHER, Leg.PLANNED))
                .write(LOG, called, "START RequestId: " + MARK)
                .write(LOG, called.plusSeconds(1), line(MARK, Leg.CALLED))
                .write(LOG, called, line(MARK, Leg.CALLED));

        assertThat(trail.seen(Leg.RED, "drill", MARK, from, Aws.soon())).isPresent();
        assertThat(trail.seen(Leg.RED, "drill", OTHER, from, Aws.soon())).isEmpty();
        assertThat(trail.seen(Leg.CALLED, "drill", MARK, from, Aws.soon())).contains(called);
        assertThat(trail.seen(Leg.PLANNED, "drill", MARK, from, Aws.soon())).isEmpty();
    }

    private static String line(DrillMark mark, Leg leg) {
        return "{\"event\":\"drill\",\"drill\":\"" + mark + "\",\"leg\":\"" + leg.word() + "\"}";
    }
}
