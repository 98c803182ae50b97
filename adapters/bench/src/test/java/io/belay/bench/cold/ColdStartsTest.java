package io.belay.bench.cold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ColdStartsTest {
    private static final Standing BELAY =
            GoalTest.measured("http/belay", new Start(310, 290, 64), new Start(290, 280, 60), new Start(300, 310, 61));

    private static ColdStarts starts(FirstCall... firsts) {
        var node = GoalTest.measured("http/node", new Start(200, 100, 45));
        var absent = new Standing.Unmeasured(
                new Runner.Absent("http/express", Door.HTTP, "Node, Express", "there is no npm on the PATH"));
        return new ColdStarts(List.of(BELAY, node, absent), List.of(firsts));
    }

    @Test
    void eachRowHasItsMediansAndHowItStandsToBelay() {
        assertThat(starts().lines())
                .anyMatch(line -> line.matches(" +http/belay +300 \\(290 to 310\\) +290 +61 +1\\.00"))
                .anyMatch(line -> line.matches(" +http/node +200 \\(200 to 200\\) +100 +45 +0\\.67"));
    }

    @Test
    void nobodyIsMissingInSilence() {
        assertThat(starts().lines())
                .anyMatch(line -> line.matches(" +Node, Express +not measured: there is no npm .*"));
        assertThat(starts().fields().get("starts")).asString().contains("notMeasured=there is no npm on the PATH");
    }

    @Test
    void columnsStandUnderTheirHeads() {
        var lines = starts().lines();

        assertThat(lines.get(1)).hasSameSizeAs(lines.get(0));
    }

    @Test
    void aFirstCallMayTakeTwiceTheWarmOneAndATenthOfASecond() {
        var within = new FirstCall("first", 100, List.of(119.0, 900.0, 100.0), List.of(10.0, 10.0, 10.0));
        var beyond = new FirstCall("first", 100, List.of(121.0), List.of(10.0));

        assertThat(within.promised()).isEqualTo(120);
        assertThat(within.kept()).isTrue();
        assertThat(beyond.kept()).isFalse();
        assertThat(beyond.line()).contains("121 ms", "promised 120 ms BROKEN");
        assertThat(starts(beyond).kept()).isFalse();
    }

    @Test
    void whoNeverStartedHasNoMedian() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GoalTest.measured("http/belay"))
                .withMessageContaining("http/belay");
    }
}
