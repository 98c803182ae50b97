package io.belay.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Cause;
import io.belay.core.Correlation;
import io.belay.core.Evidence;
import io.belay.core.Fault;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Verdict;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.release.Quarantine;
import io.belay.core.release.Revision;
import io.belay.core.release.RollbackStep;
import io.belay.core.release.Stamp;
import io.belay.core.script.Additivity;
import io.belay.core.testkit.InMemoryRelease;
import io.belay.core.testkit.InMemoryReleaseTarget;
import io.belay.core.testkit.InMemoryWeather.Call;
import io.belay.core.testkit.InMemoryWeather.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is kept between rollbacks: stamps, quarantines, and how they are listed and lifted. */
final class KeepingTest {
    private final Stage stage = new Stage();

    private Report stamp() {
        return new Stamping(stage.system(), stage::health, stage.schema, stage.time)
                .apply(stage.request(Optional.empty()));
    }

    private Report clear(Optional<Cause> cause, String... revisions) {
        return new Clearing(stage.system(), stage.time)
                .apply(new Request(
                        Set.of(revisions), stage.time.in(stage.deadline), new Correlation("correlation-1"), cause));
    }

    private static final Optional<Cause> ADA = Optional.of(new Cause.Person("Ada", Optional.empty()));

    private void well() {
        stage.alarms.turn("errors", Colour.GREEN);
        stage.well = () -> Verdict.PASS;
    }

    @Test
    void whatServesWellForLongEnoughIsStampedWithWhereTheDatabasesStand() {
        well();
        stage.schema = Stage.answering(Additivity.additive());

        var report = stamp();

        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
        assertThat(stage.orders.now().memory().stamps().getFirst())
                .isEqualTo(new Stamp(
                        new Revision("42"), stage.time.instant(), "correlation-1", Map.of("main", List.of("006"))));
        assertThat(stage.orders.now().memory().stamps()).hasSize(3);
    }

    @Test
    void aStampIsNotWrittenTwice() {
        well();
        stamp();
        stage.pass(Duration.ofMinutes(5));
        var writes = stage.orders.writes();

        var report = stamp();

        assertThat(report.findings().getFirst().summary()).startsWith("known to be good since 2026-11-21T10:10:00Z");
        assertThat(stage.orders.writes()).isEqualTo(writes);
    }

    @Test
    void whenTheDatabasesMoveOnTheStampFollowsAndKeepsItsTime() {
        well();
        stamp();
        stage.pass(Duration.ofMinutes(5));
        stage.schema = Stage.answering(Additivity.additive());

        stamp();

        var newest = stage.orders.now().memory().stamps().getFirst();
        assertThat(newest.at()).isEqualTo(stage.time.instant().minus(Duration.ofMinutes(5)));
        assertThat(newest.heads()).containsEntry("main", List.of("006"));
    }

    @Test
    void aRevisionThatServesAgainIsTheNewestKnownGood() {
        well();
        stamp();
        stage.orders.deploy("40");
        stage.pass(Duration.ofMinutes(11));

        stamp();

        assertThat(stage.orders.now().memory().stamps())
                .extracting(each -> each.revision().name())
                .containsExactly("40", "42", "41");
    }

    @Test
    void noStampIsOlderThanTheOneBefore() {
        well();
        stamp();
        stage.stamp(stage.orders, "41", Map.of());
        stage.remember(
                stage.orders,
                memory -> memory.with(memory.stamps().stream()
                        .map(each ->
                                new Stamp(each.revision(), each.at().plusSeconds(90), each.evidence(), each.heads()))
                        .toList()));

        stamp();

        assertThat(stage.orders.now().memory().stamps().getFirst().at())
                .isEqualTo(stage.time.instant().plusSeconds(91));
    }

    @Test
    void whatIsSickIsNotStamped() {
        assertThat(stamp().findings().getFirst().summary()).isEqualTo("not stamped: alarm errors is red");
        stage.alarms.turn("errors", Colour.GREEN);
        assertThat(stamp().findings().getFirst().summary()).isEqualTo("not stamped: health fails");
        stage.well = () -> Verdict.UNKNOWN;
        assertThat(stamp().verdict()).isEqualTo(Verdict.UNKNOWN);
        stage.alarms.weather().once(Moment.BEFORE, Call.READ, Fault.Kind.THROTTLED);
        assertThat(stamp().verdict()).isEqualTo(Verdict.UNKNOWN);

        assertThat(stage.orders.writes()).isZero();
    }

    @Test
    void whatIsTooYoungIsNotStamped() {
        well();
        stage.orders.deploy("43");
        stage.pass(Duration.ofMinutes(9));

        assertThat(stamp().findings().getFirst().summary())
                .isEqualTo("not stamped: it has to serve for 10m first, and has for 9m");
    }

    @Test
    void whereNobodyKnowsSinceWhenItServesTheSoakTimeBeginsWithTheFirstStamp() {
        well();
        stage.orders.datesNothing().deploy("43");
        stage.pass(Duration.ofMinutes(60));

        assertThat(stamp().findings().getFirst().summary())
                .isEqualTo("not stamped: it has to serve for 10m first, and nobody knows since when it does;"
                        + " it counts from now");
        stage.pass(Duration.ofMinutes(9));
        assertThat(stamp().findings().getFirst().summary())
                .isEqualTo("not stamped: it has to serve for 10m first, and has for 9m");
        stage.pass(Duration.ofMinutes(1));
        assertThat(stamp().verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aCanaryIsNotStamped() {
        well();
        stage.orders.serve(Map.of(new Revision("41"), 90, new Revision("42"), 10));
        stage.pass(Duration.ofHours(1));

        assertThat(stamp().findings().getFirst().summary())
                .isEqualTo("not stamped: it has not settled on one revision");
    }

    @Test
    void whatIsInQuarantineIsNeverStamped() {
        stage.rollback(stage.alarm());
        well();
        stage.orders.deploy("42");
        stage.pass(Duration.ofHours(1));

        assertThat(stamp().findings().getFirst().summary())
                .isEqualTo("not stamped: 42 is in quarantine until a person clears it");
    }

    @Test
    void aDeployWhileHealthIsAskedIsNotStamped() {
        well();
        stage.well = () -> {
            stage.orders.deploy("43");
            return Verdict.PASS;
        };

        var report = stamp();

        assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(stage.orders.now().memory().stamps()).hasSize(2);
    }

    @Test
    void allTargetsAreStampedOrNone() {
        well();
        var web = new InMemoryRelease("web", stage.time);
        web.deploy("7");
        stage.steps.add(new RollbackStep("web", new InMemoryReleaseTarget(web)));

        stamp();

        assertThat(stage.orders.writes()).isZero();
    }

    @Test
    void whatStandsWhereIsListed() {
        stage.rollback(stage.alarm());

        var report = new Releases(stage.system(), stage.time).apply(stage.request(Optional.empty()));

        assertThat(report.findings().getFirst().summary()).isEqualTo("serves 41");
        assertThat(report.findings().getFirst().evidence())
                .extracting(Evidence::fact)
                .containsSubsequence("known good 41", "known good 40", "quarantine 42", "journal", "revision 42");
    }

    @Test
    void aPersonLiftsAQuarantineAndTheRevisionMayReturn() {
        stage.rollback(stage.alarm());

        var report = clear(ADA, "42");

        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
        assertThat(stage.orders.now().memory().quarantined()).isEmpty();
        assertThat(stage.orders.now().memory().journal()).isPresent();
    }

    @Test
    void aRevisionThatWasClearedAndIsBadAgainIsRolledBackAgain() {
        stage.rollback(stage.alarm());
        var first = stage.orders.now().memory().journal().orElseThrow();
        stage.alarms.turn("errors", Colour.GREEN);
        clear(ADA, "42");
        stage.pass(Duration.ofHours(2));
        stage.orders.deploy("42");
        stage.pass(Duration.ofMinutes(1));
        stage.alarms.turn("errors", Colour.RED);

        stage.rollback(stage.alarm());

        var second = stage.orders.now().memory().journal().orElseThrow();
        assertThat(stage.serving()).isEqualTo("41");
        assertThat(second.rollback()).isNotEqualTo(first.rollback());
    }

    @Test
    void whatIsInNoQuarantineCannotBeCleared() {
        stage.rollback(stage.alarm());

        var report = clear(ADA, "42", "41");

        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(stage.orders.now().memory().quarantined())
                .extracting(Quarantine::revision)
                .containsExactly(new Revision("42"));
    }

    @Test
    void onlyAPersonClears() {
        stage.rollback(stage.alarm());

        assertThat(clear(Optional.empty(), "42").verdict()).isEqualTo(Verdict.FAIL);
        assertThat(clear(Optional.of(stage.alarm()), "42").verdict()).isEqualTo(Verdict.FAIL);
        assertThat(clear(ADA).verdict()).isEqualTo(Verdict.FAIL);
    }
}
