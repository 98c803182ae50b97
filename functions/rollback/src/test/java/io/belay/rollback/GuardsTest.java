package io.belay.rollback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.belay.core.Cause;
import io.belay.core.Correlation;
import io.belay.core.Evidence;
import io.belay.core.Fault;
import io.belay.core.Finding;
import io.belay.core.Verdict;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.alarm.DrillMark;
import io.belay.core.release.Journal;
import io.belay.core.release.Memory;
import io.belay.core.release.Quarantine;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.Revision;
import io.belay.core.release.RollbackGuards.Schema;
import io.belay.core.release.RollbackStep;
import io.belay.core.release.Room;
import io.belay.core.script.Additivity;
import io.belay.core.testkit.InMemoryReleaseTarget;
import io.belay.core.testkit.InMemoryWeather.Call;
import io.belay.core.testkit.InMemoryWeather.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each refusal with its words; and each guard alone holds its case: with it switched off, the same case is acted upon where it
 * must not be.
 */
final class GuardsTest {
    private static final Duration AGE = Duration.ofMinutes(15);
    private static final Duration COOLDOWN = Duration.ofMinutes(30);

    /**
     * A case that one guard alone holds.
     *
     * @param guard its name
     * @param set changes the stage, and gives the cause
     */
    private record Case(String guard, String title, Verdict verdict, Set set) {}

    @FunctionalInterface
    private interface Set {
        Cause up(Stage stage);
    }

    private static final List<Case> CASES = List.of(
            new Case("asked for", "health has failed 1 of 2 times in a row", Verdict.FAIL, stage -> failed(stage, 1)),
            new Case("asked for", "the system file rolls nothing back for failed health", Verdict.FAIL, stage -> {
                stage.fails = 0;
                return failed(stage, 9);
            }),
            new Case("still so", "nothing to do: alarm errors is not red any more", Verdict.PASS, stage -> {
                var rang = stage.alarm();
                stage.pass(Duration.ofSeconds(30));
                stage.alarms.turn("errors", Colour.GREEN);
                return rang;
            }),
            new Case("still so", "nothing to do: alarm errors rings for a drill", Verdict.PASS, stage -> {
                stage.alarms.turn("errors", Colour.GREEN);
                stage.alarms.turn("errors", Colour.RED, new DrillMark("abcdef0123456789").reason());
                return stage.alarm();
            }),
            new Case(
                    "still so",
                    "alarm errors is neither red nor green: turned UNKNOWN by the test",
                    Verdict.UNKNOWN,
                    stage -> {
                        stage.alarms.turn("errors", Colour.UNKNOWN);
                        return stage.alarm();
                    }),
            new Case("still so", "nothing to do: health, asked again, passes", Verdict.PASS, stage -> {
                stage.well = () -> Verdict.PASS;
                return failed(stage, 2);
            }),
            new Case("still so", "health, asked again, cannot tell", Verdict.UNKNOWN, stage -> {
                stage.well = () -> Verdict.UNKNOWN;
                return failed(stage, 2);
            }),
            new Case("not done yet", "nothing to do: rollback r-1 has put it back already", Verdict.PASS, stage -> {
                stage.remember(stage.orders, each -> each.with(restored(stage, Journal.State.VERIFIED)));
                return stage.alarm();
            }),
            new Case("not done yet", "rollback r-1 was given up, and a person has to look", Verdict.FAIL, stage -> {
                stage.remember(stage.orders, each -> each.with(restored(stage, Journal.State.FAILED)));
                return stage.alarm();
            }),
            new Case("kill switch", "the kill switch is on: sale of the year", Verdict.FAIL, stage -> {
                stage.guards(Optional.of("sale of the year"), false, 3, COOLDOWN, AGE, Schema.ADDITIVE);
                return stage.alarm();
            }),
            new Case(
                    "once",
                    "42 was rolled back by r-1 at 2026-11-21T08:00:00Z; somebody put it back",
                    Verdict.FAIL,
                    stage -> {
                        var bad = new Quarantine(new Revision("42"), Instant.parse("2026-11-21T08:00:00Z"), "r-1");
                        stage.remember(
                                stage.orders,
                                each -> new Memory(each.stamps(), List.of(bad), each.journal(), each.rollbacks()));
                        return stage.alarm();
                    }),
            new Case("cooldown", "the last rollback was 29m ago", Verdict.FAIL, stage -> {
                rolledBack(stage, Duration.ofMinutes(29));
                return stage.alarm();
            }),
            new Case("cooldown", "the last rollback was just now, by another clock", Verdict.FAIL, stage -> {
                rolledBack(stage, Duration.ofSeconds(-30));
                return stage.alarm();
            }),
            new Case("window", "2 of at most 2 rollbacks within 24h", Verdict.FAIL, stage -> {
                stage.guards(Optional.empty(), false, 2, COOLDOWN, AGE, Schema.ADDITIVE);
                rolledBack(stage, Duration.ofHours(2), Duration.ofHours(23));
                return stage.alarm();
            }),
            new Case("of this target", "the alarm watches something else", Verdict.FAIL, stage -> {
                dimensions(stage, Map.of("FunctionName", "orders"));
                stage.alarms.turn("errors", Colour.GREEN);
                stage.alarms.turn("errors", Colour.RED, Map.of("FunctionName", "billing"));
                stage.alarms.remembers(false);
                return stage.alarm();
            }),
            new Case("after the deploy", "it came up before what serves was deployed", Verdict.FAIL, stage -> {
                stage.orders.deploy("43");
                stage.alarms.remembers(false);
                stage.well = () -> Verdict.PASS;
                return stage.alarm();
            }),
            new Case("after the deploy", "it is not known since when the revision serves", Verdict.UNKNOWN, stage -> {
                stage.orders.serve(Map.of(new Revision("7"), 100));
                stage.orders.tellsSince(false);
                stage.well = () -> stage.serving().equals("7") ? Verdict.FAIL : Verdict.PASS;
                return new Cause.VerifyFailed(2, new Correlation("correlation-1"), stage.time.instant());
            }),
            new Case(
                    "not before",
                    "the alarm was red before the deploy already, since 2026-11-21T10:05:00Z",
                    Verdict.FAIL,
                    stage -> {
                        stage.alarms.turn("errors", Colour.GREEN);
                        stage.pass(Duration.ofMinutes(1));
                        stage.alarms.turn("errors", Colour.RED);
                        stage.pass(Duration.ofMinutes(1));
                        stage.orders.deploy("43");
                        stage.alarms.turn("errors", Colour.GREEN);
                        stage.pass(Duration.ofMinutes(1));
                        stage.alarms.turn("errors", Colour.RED);
                        stage.well = () -> Verdict.PASS;
                        return stage.alarm();
                    }),
            new Case("age", "it came up 15.5m ago", Verdict.FAIL, stage -> {
                stage.pass(Duration.ofSeconds(630));
                return stage.alarm();
            }),
            new Case(
                    "age",
                    "it came up in the future: a clock is wrong",
                    Verdict.FAIL,
                    stage -> new Cause.VerifyFailed(
                            2,
                            new Correlation("correlation-1"),
                            stage.time.instant().plusSeconds(121))),
            new Case("gate", "it waits for a person to ask for plan p-", Verdict.FAIL, stage -> {
                stage.guards(Optional.empty(), true, 3, COOLDOWN, AGE, Schema.ADDITIVE);
                return stage.alarm();
            }),
            new Case(
                    "gate",
                    "the plan is not what was looked at any more",
                    Verdict.FAIL,
                    stage -> new Cause.Person("Ada", Optional.of("p-0123456789abcdef"))),
            new Case(
                    "schema", "cannot run on the databases as they are; a safe way is forward", Verdict.FAIL, stage -> {
                        stage.schema = Stage.answering(
                                Additivity.notAdditive(1, "ALTER TABLE", "it drops orders.note"), "main 006");
                        return stage.alarm();
                    }),
            new Case("schema", "it cannot be told whether the code of", Verdict.FAIL, stage -> {
                stage.schema = Stage.answering(Additivity.unclear(1, "CALL", "a procedure"), "main 006");
                return stage.alarm();
            }));

    /** Cases that fail on by themselves: with nothing to move, nowhere to remember it, or nobody to ask. Their words alone. */
    private static final List<Case> NOTHING_ELSE_HELPS = List.of(
            new Case(
                    "asked for",
                    "the system file rolls nothing back for alarm latency of memory",
                    Verdict.FAIL,
                    stage -> {
                        stage.alarms.turn("latency", Colour.RED);
                        return new Cause.Alarmed("memory", "latency", "ALARM", Optional.of(stage.time.instant()));
                    }),
            new Case("still so", "it cannot be told: throttled: READ met bad weather", Verdict.UNKNOWN, stage -> {
                stage.alarms.weather().once(Moment.BEFORE, Call.READ, Fault.Kind.THROTTLED);
                return stage.alarm();
            }),
            new Case(
                    "known good",
                    "no other revision is known to be good, available and out of quarantine",
                    Verdict.FAIL,
                    stage -> {
                        stage.remember(stage.orders, each -> each.with(List.of()));
                        return stage.alarm();
                    }),
            new Case("room to remember", "orders has no room for the journal", Verdict.FAIL, stage -> {
                stage.orders.room(new Room(100, 10, 256));
                stage.orders.deploy("42-" + "0".repeat(60));
                stage.pass(Duration.ofMinutes(1));
                stage.alarms.turn("errors", Colour.GREEN);
                stage.pass(Duration.ofHours(1));
                stage.alarms.turn("errors", Colour.RED);
                return stage.alarm();
            }));

    @TestFactory
    Stream<DynamicTest> eachGuardRefusesInItsWords() {
        return Stream.concat(CASES.stream(), NOTHING_ELSE_HELPS.stream())
                .map(each -> dynamicTest(each.guard() + ": " + each.title(), () -> refuses(each)));
    }

    private static void refuses(Case each) {
        var stage = new Stage();
        var cause = each.set().up(stage);
        var before = stage.orders.now();

        var report = stage.rollback(cause);

        var head = Stage.head(report);
        assertThat(head.summary()).contains(each.title());
        assertThat(head.verdict()).isEqualTo(each.verdict());
        assertThat(head.parts().getLast().subject()).isEqualTo(each.guard());
        assertThat(head.parts().getLast().verdict()).isNotEqualTo(Verdict.PASS);
        assertThat(head.parts().getLast().evidence()).isNotEmpty();
        assertThat(stage.orders.writes()).isZero();
        assertThat(stage.orders.now()).isEqualTo(before);
        assertThat(stage.chat.told()).hasSize(1);
        assertThat(stage.chat.told().getFirst().title())
                .startsWith("harbor prod: ")
                .contains(each.title());
        assertThat(stage.chat.told().getFirst().text()).contains("Cause: ", "Next: ");
    }

    @TestFactory
    Stream<DynamicTest> withoutTheGuardItIsActedUpon() {
        return CASES.stream()
                .map(each -> dynamicTest(each.guard() + ": " + each.title(), () -> {
                    var stage = new Stage();
                    var cause = each.set().up(stage);
                    var others = new Guards(Guards.ALL.all().stream()
                            .filter(guard -> !guard.name().equals(each.guard()))
                            .toList());

                    stage.rollback(others, Optional.of(cause));

                    assertThat(stage.orders.moves())
                            .as("nothing but this guard keeps %s from being moved", stage.serving())
                            .anyMatch(move -> move.ours());
                }));
    }

    @Test
    void everyGuardHasACase() {
        assertThat(Guards.ALL.all())
                .extracting(Guard::name)
                .allMatch(name -> Stream.concat(CASES.stream(), NOTHING_ELSE_HELPS.stream())
                        .anyMatch(each -> each.guard().equals(name)));
    }

    @Test
    void aRefusalShowsWhatWasExpectedBesideWhatIs() {
        var stage = new Stage();
        stage.pass(Duration.ofMinutes(20));

        var age = Stage.head(stage.rollback(stage.alarm())).parts().getLast();

        assertThat(age.evidence()).containsExactly(Evidence.compared("age", "at most 15m", "25m", false));
    }

    @Test
    void ofAClockThatIsALittleAheadItSaysHowMuch() {
        var stage = new Stage();
        var cause = new Cause.VerifyFailed(
                2, new Correlation("correlation-1"), stage.time.instant().plusMillis(700));

        var age = Stage.head(stage.rollback(cause)).parts().stream()
                .filter(each -> each.subject().equals("age"))
                .findFirst()
                .orElseThrow();

        assertThat(age.summary()).isEqualTo("it came up just now");
        assertThat(age.evidence()).containsExactly(Evidence.compared("age", "at most 2m ahead", "700ms ahead", true));
    }

    @Test
    void withNoKnownGoodRevisionTheCandidatesAreNamed() {
        var stage = new Stage();
        stage.remember(stage.orders, each -> each.with(List.of()));

        var guard = Stage.head(stage.rollback(stage.alarm())).parts().getLast();

        assertThat(guard.evidence())
                .extracting(Evidence::observed)
                .containsExactly("candidates: 41 (build 41), 40 (build 40)");
    }

    @Test
    void whenAllHoldTheirAnswersStandInTheReport() {
        var stage = new Stage();

        var head = Stage.head(stage.rollback(stage.alarm()));

        assertThat(head.parts())
                .extracting(Finding::subject)
                .containsExactlyElementsOf(
                        Guards.ALL.all().stream().map(Guard::name).toList());
        assertThat(head.parts()).extracting(Finding::verdict).containsOnly(Verdict.PASS);
    }

    private static Cause failed(Stage stage, int fails) {
        return new Cause.VerifyFailed(fails, new Correlation("correlation-0"), stage.time.instant());
    }

    /** 42 itself was restored by us, and the alarm rang before that. */
    private static Journal restored(Stage stage, Journal.State state) {
        var at = stage.time.instant().minusSeconds(420);
        return new Journal("r-1", new Revision("43"), new Revision("42"), state, at, at);
    }

    private static void rolledBack(Stage stage, Duration... ago) {
        var times = Stream.of(ago).map(each -> stage.time.instant().minus(each)).toList();
        stage.remember(stage.orders, each -> new Memory(each.stamps(), each.quarantined(), each.journal(), times));
    }

    private static void dimensions(Stage stage, Map<String, String> dimensions) {
        ReleaseTarget target = new InMemoryReleaseTarget(stage.orders).watchedAs(dimensions);
        stage.steps.set(0, new RollbackStep("orders", target));
    }
}
