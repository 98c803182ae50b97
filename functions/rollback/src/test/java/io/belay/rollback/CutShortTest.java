package io.belay.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.Verdict;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.probe.Target;
import io.belay.core.release.Journal;
import io.belay.core.release.Memory;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.Revision;
import io.belay.core.release.RollbackGuards;
import io.belay.core.release.RollbackStep;
import io.belay.core.release.Room;
import io.belay.core.release.Standing;
import io.belay.core.testkit.InMemoryRelease;
import io.belay.core.testkit.InMemoryWeather.Call;
import io.belay.core.testkit.InMemoryWeather.Moment;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What became of a rollback that was cut short, or is another run's. */
final class CutShortTest {
    private final Stage stage = new Stage();

    @Test
    void whatWasHalfVerifiedIsNotCalledVerifiedOverWhatSomebodyDeployed() {
        var web = stage.beside();
        web.weather().always((moment, what) -> {
            if (moment == Moment.BEFORE
                    && what == Call.REMEMBER
                    && stage.journal().state() == Journal.State.VERIFIED) {
                throw new PortException(new Fault(Fault.Kind.DENIED, "bad weather"));
            }
        });
        stage.rollback(stage.alarm());
        stage.orders.deploy("43");
        web.weather().always((_, _) -> {});
        stage.pass(Duration.ofMinutes(10));

        var second = stage.sweep();

        assertThat(Stage.head(second).summary()).contains("not gone on with: orders serves 43");
        assertThat(web.now().memory().journal().map(Journal::state)).contains(Journal.State.FAILED);
    }

    @Test
    void aJournalThatIsFreshIsAnothersWork() {
        stage.beside();
        stage.orders.weather().once(Moment.BEFORE, Call.SHIFT, Fault.Kind.DENIED);
        stage.rollback(stage.alarm());
        stage.pass(Duration.ofSeconds(30));

        var second = stage.rollback(stage.alarm());

        assertThat(second.verdict()).isEqualTo(Verdict.WARN);
        assertThat(Stage.head(second).summary()).contains("is under way, last heard of at");
        assertThat(stage.serving()).isEqualTo("42");
    }

    @Test
    void nothingMovedAndTheCauseIsOverMeansNothingWillMove() {
        stage.beside();
        stage.orders.weather().once(Moment.BEFORE, Call.SHIFT, Fault.Kind.DENIED);
        stage.rollback(stage.alarm());
        stage.alarms.turn("errors", Colour.GREEN);
        stage.pass(Duration.ofMinutes(10));

        var second = stage.sweep();

        assertThat(Stage.head(second).summary()).startsWith("nothing to do");
        assertThat(stage.serving()).isEqualTo("42");
        assertThat(stage.journal().state()).isEqualTo(Journal.State.FAILED);
    }

    @Test
    void aRollbackCutShortIsNotGoneOnWithOverAHotfix() {
        stage.orders.slow(100);
        stage.deadline = Duration.ofSeconds(60);
        stage.rollback(stage.alarm());
        stage.orders.deploy("43");
        stage.pass(Duration.ofMinutes(5));
        stage.deadline = Duration.ofMinutes(30);

        var second = stage.sweep();

        assertThat(Stage.head(second).summary())
                .contains("is not gone on with: orders serves 43, which somebody has deployed since");
        assertThat(stage.serving()).isEqualTo("43");
        assertThat(stage.journal().state()).isEqualTo(Journal.State.FAILED);
        assertThat(stage.chat.told()).hasSize(2);
    }

    @Test
    void aPlatformOnWhichNothingStaysIsLeftInTheEnd() {
        stage.steps.set(0, new RollbackStep("orders", new Forgetful(stage.orders)));

        var report = stage.rollback(stage.alarm());

        assertThat(Stage.head(report).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(Stage.head(report).summary()).contains("what is written to it does not stay");
    }

    @Test
    void theKillSwitchStopsWhatWasCutShort() {
        stage.orders.slow(100);
        stage.deadline = Duration.ofSeconds(60);
        stage.rollback(stage.alarm());
        stage.deadline = Duration.ofMinutes(30);
        stage.pass(Duration.ofMinutes(5));
        stage.guards(
                Optional.of("hands off"),
                false,
                3,
                Duration.ofMinutes(30),
                Duration.ofMinutes(15),
                RollbackGuards.Schema.ADDITIVE);
        var writes = stage.orders.writes();

        var report = stage.sweep();

        assertThat(Stage.head(report).summary()).contains("was cut short, and the kill switch is on: hands off");
        assertThat(stage.orders.writes()).isEqualTo(writes);
        assertThat(stage.journal().open()).isTrue();
    }

    /** Takes every write and keeps none. */
    private record Forgetful(InMemoryRelease release) implements ReleaseTarget {
        @Override
        public Target target() {
            return new Target("memory:forgetful", "memory");
        }

        @Override
        public String kind() {
            return "memory";
        }

        @Override
        public Room room() {
            return release.room();
        }

        @Override
        public Standing read(Deadline deadline) {
            return release.now();
        }

        @Override
        public void prepare(Standing seen, Revision to, Deadline deadline) {}

        @Override
        public void shift(Standing seen, Revision to, Memory memory, Deadline deadline) {}

        @Override
        public void remember(Standing seen, Memory memory, Deadline deadline) {}
    }
}
