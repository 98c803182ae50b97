package io.belay.bench.cold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GoalTest {
    private static final Goal HALF = new Goal("half the time", "http/belay", "http/peer", Start::millis, 0.5);

    static Standing.Measured measured(String key, Start... starts) {
        var runner = new Runner.Ready(key, Door.HTTP, key, List.of("java"), Map.of(), "/", Optional.empty());
        return new Standing.Measured(runner, List.of(starts));
    }

    private static Standing unmeasured(String key) {
        return new Standing.Unmeasured(new Runner.Absent(key, Door.HTTP, key, "there is no node on the PATH"));
    }

    private static Start start(double millis) {
        return new Start(millis, millis, 40);
    }

    @Test
    void mediansAreComparedAndNotTheBestOrTheWorst() {
        var belay = measured("http/belay", start(90), start(100), start(900));
        var peer = measured("http/peer", start(10), start(250), start(260));

        var kept = HALF.among(List.of(belay, peer));

        assertThat(kept.ratio()).hasValueCloseTo(0.4, within(1e-9));
        assertThat(kept.kept()).isTrue();
        assertThat(kept.line()).contains("half the time", "0.400 of 0.500 kept");
    }

    @Test
    void aBrokenPromiseIsSaid() {
        var kept = HALF.among(List.of(measured("http/belay", start(60)), measured("http/peer", start(100))));

        assertThat(kept.kept()).isFalse();
        assertThat(kept.line()).contains("0.600 of 0.500 BROKEN");
        assertThat(kept.fields()).containsEntry("kept", false).containsEntry("atMost", 0.5);
    }

    @Test
    void aPeerThatCannotBeHadBreaksNothingAndIsSaid() {
        var kept = HALF.among(List.of(measured("http/belay", start(60)), unmeasured("http/peer")));

        assertThat(kept.kept()).isTrue();
        assertThat(kept.line()).endsWith("not measured");
    }

    @Test
    void belayThatDoesNotStartBreaksEveryPromise() {
        var kept = HALF.among(List.of(unmeasured("http/belay"), measured("http/peer", start(100))));

        assertThat(kept.kept()).isFalse();
        assertThat(kept.line()).endsWith("not measured BROKEN");
    }

    @Test
    void everyPromiseIsOfSomebodyWhoIsMeasured() {
        assertThat(Goal.ALL).extracting(Goal::belay).containsOnly(Runners.FC, Runners.LAMBDA);
        assertThat(Goal.ALL)
                .extracting(Goal::peer)
                .containsOnly(Peers.TOMCAT, Peers.EXPRESS, Peers.PLAIN, Peers.INVOKER);
    }
}
