package io.belay.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PromiseTest {
    private static final double[] ROUNDS = {3, 1, 2};

    @Test
    void mostFiguresPromiseOfTheirWorstRound() {
        assertThat(Row.of("late", "ms", ROUNDS, OptionalDouble.of(3)).kept()).isTrue();

        var broken = Row.of("late", "ms", ROUNDS, OptionalDouble.of(2.9));

        assertThat(broken.kept()).isFalse();
        assertThat(broken.worst()).isEqualTo(3);
        assertThat(broken.line()).endsWith("2.90 BROKEN");
    }

    @Test
    void aPromiseOfTheMedianForgivesOneRound() {
        assertThat(Row.of("ratio", "x", ROUNDS, Promise.medianAtMost(2)).kept()).isTrue();
        assertThat(Row.of("ratio", "x", ROUNDS, Promise.medianAtMost(1.9)).kept())
                .isFalse();
    }

    @Test
    void whatIsBetterTheMoreItIsHasItsLeastRoundForTheWorst() {
        var kept = Row.of("calls", "x", ROUNDS, Promise.medianAtLeast(2));

        assertThat(kept.kept()).isTrue();
        assertThat(kept.worst()).isEqualTo(1);
        assertThat(Row.of("calls", "x", ROUNDS, Promise.medianAtLeast(2.1)).kept())
                .isFalse();
        assertThat(Row.of("calls", "x", ROUNDS, Promise.noneOfMore()).worst()).isEqualTo(1);
    }

    @Test
    void whatCouldNotBeMeasuredSaysSoAndBreaksNothing() {
        var absent = new Figure.Absent("beside another", "it is not installed");

        assertThat(absent.kept()).isTrue();
        assertThat(absent.line()).contains("not measured: it is not installed");
        assertThat(absent.fields()).containsEntry("notMeasured", "it is not installed");
    }
}
