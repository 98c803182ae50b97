package io.belay.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Verdict;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.release.Journal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

/**
 * The laws, held over whole histories: deploys, alarms delivered twice, late and at once, health, crashes before and after every
 * call, lost answers, clocks that differ. How many is {@code jqwik.tries.default}; a failure is printed shrunk, with the seed that
 * gives it again.
 */
final class LawsTest {
    private static final Duration SKEW = World.SKEW;

    private static void hold(History history, Consumer<World> law) {
        var failure = new AtomicReference<Throwable>();
        var thread = Thread.ofVirtual().start(() -> {
            try {
                var world = new World(history);
                world.play();
                law.accept(world);
            } catch (Throwable thrown) {
                failure.set(thrown);
            }
        });
        try {
            thread.join();
        } catch (InterruptedException calledOff) {
            throw new AssertionError(calledOff);
        }
        if (failure.get() instanceof AssertionError broken) {
            throw broken;
        }
        if (failure.get() != null) {
            throw new AssertionError("a bug", failure.get());
        }
    }

    private static void eachShift(History history, Consumer<Facts.Shift> law) {
        hold(history, world -> world.facts.shifts.forEach(law));
    }

    /** Shifts by which a call acted on a decision of its own. */
    private static void eachDecision(History history, Consumer<Facts.Shift> law) {
        eachShift(history, shift -> {
            if (shift.first()) {
                law.accept(shift);
            }
        });
    }

    @Property(shrinking = ShrinkingMode.FULL)
    void aBadRevisionIsRolledBackOnceHoweverOftenItRings(@ForAll("histories") History history) {
        hold(history, world -> {
            var facts = world.facts;
            facts.shifts.stream()
                    .collect(Collectors.groupingBy(each -> each.target() + " " + each.from(), Collectors.counting()))
                    .forEach((what, many) -> {
                        var cleared = facts.cleared.stream()
                                .filter(each -> what.equals(each.target() + " " + each.revision()))
                                .count();
                        var putBack = facts.putBack.stream()
                                .filter(each -> what.equals(each.target() + " " + each.revision()))
                                .count();
                        assertThat(many).as("rollbacks of %s", what).isLessThanOrEqualTo(1 + cleared + putBack);
                    });
        });
    }

    @Property(shrinking = ShrinkingMode.FULL)
    void oneTimeOfRedIsOneRollback(@ForAll("histories") History history) {
        hold(
                history,
                world -> world.facts.shifts.stream()
                        .filter(Facts.Shift::first)
                        .filter(each -> switch (each.why()) {
                            case ALARM, OLD_ALARM, CLOCK -> true;
                            case HEALTH, PERSON, STAMP -> false;
                        })
                        .collect(Collectors.groupingBy(each -> each.ground().redSince()))
                        .forEach((since, shifts) -> assertThat(shifts)
                                .as("for the alarm that is red since %s", since)
                                .hasSize(1)));
    }

    @Property(shrinking = ShrinkingMode.FULL)
    void onlyAKnownGoodRevisionReturns(@ForAll("histories") History history) {
        eachShift(history, shift -> {
            var memory = shift.before().memory();
            assertThat(memory.stamps())
                    .extracting(each -> each.revision().name())
                    .contains(shift.to());
            assertThat(memory.quarantined())
                    .extracting(each -> each.revision().name())
                    .doesNotContain(shift.to());
            assertThat(shift.before().revisions())
                    .filteredOn(each -> each.unfit().isEmpty())
                    .extracting(each -> each.revision().name())
                    .contains(shift.to());
        });
    }

    @Property(shrinking = ShrinkingMode.FULL)
    void nothingMovesWithoutACause(@ForAll("histories") History history) {
        eachDecision(history, shift -> {
            var ground = shift.ground();
            switch (shift.why()) {
                case PERSON -> {}
                case HEALTH -> assertThat(ground.sick()).as("health failed").isTrue();
                case STAMP -> throw new AssertionError("a stamp moves nothing");
                case ALARM, OLD_ALARM, CLOCK -> {
                    assertThat(ground.redSince()).as("red").isPresent();
                    var since = ground.redSince().orElseThrow();
                    assertThat(since).isAfterOrEqualTo(ground.deployed().orElseThrow());
                    assertThat(ground.redBefore()).as("red before the deploy").isFalse();
                    // The call's own time has passed since it asked.
                    assertThat(Duration.between(since, shift.at()))
                            .isLessThanOrEqualTo(World.AGE.plus(SKEW).plus(Duration.ofMinutes(2)));
                }
            }
        });
    }

    @Property(shrinking = ShrinkingMode.FULL)
    void noCodeReturnsToASchemaItCannotRunOn(@ForAll("histories") History history) {
        eachDecision(history, shift -> assertThat(shift.ground().additive()).isTrue());
    }

    @Property(shrinking = ShrinkingMode.FULL)
    void whatSomebodyDeployedIsLeftAlone(@ForAll("histories") History history) {
        eachShift(
                history,
                shift -> assertThat(shift.from())
                        .isEqualTo(shift.journal().from().name()));
    }

    @Property(shrinking = ShrinkingMode.FULL)
    void targetsMoveInOrderEachPreparedFirst(@ForAll("histories") History history) {
        eachShift(history, shift -> assertThat(shift.whole()).isTrue());
    }

    @Property(shrinking = ShrinkingMode.FULL)
    void whatWasCutShortIsBroughtToAnEnd(@ForAll("histories") History history) {
        hold(history, world -> {
            world.calm();

            for (var release : world.releases) {
                var standing = release.now();
                standing.memory()
                        .journal()
                        .ifPresent(journal -> assertThat(journal.state())
                                .as("%s, %s", release.name(), journal)
                                .isIn(Journal.State.VERIFIED, Journal.State.FAILED));
            }
        });
    }

    @Property(shrinking = ShrinkingMode.FULL)
    void successIsSaidOnlyAfterHealthPassedOnWhatWasRestored(@ForAll("histories") History history) {
        hold(history, world -> {
            assertThat(world.facts.verified).allMatch(Facts.Verified::proved);
            world.facts.ended.stream()
                    .flatMap(each -> each.report().stream())
                    .filter(each -> each.function().equals("rollback"))
                    .map(Stage::head)
                    .filter(each -> each.summary().contains("rolled back ") && each.verdict() == Verdict.PASS)
                    .forEach(each ->
                            assertThat(world.facts.verified).as(each.summary()).isNotEmpty());
        });
    }

    @Property(shrinking = ShrinkingMode.FULL)
    void theBrakesHold(@ForAll("histories") History history) {
        hold(history, world -> {
            var decisions =
                    world.facts.shifts.stream().filter(Facts.Shift::first).toList();
            for (var one : decisions) {
                assertThat(one.ground().killed()).as("moved though killed").isFalse();
                var earlier = decisions.stream()
                        .filter(each -> each.at().isBefore(one.at()))
                        .toList();
                assertThat(earlier)
                        .allMatch(each -> Duration.between(each.at(), one.at())
                                        .compareTo(World.COOLDOWN.minus(SKEW.multipliedBy(3)))
                                >= 0);
                assertThat(earlier)
                        .filteredOn(each -> Duration.between(each.at(), one.at())
                                        .compareTo(Duration.ofDays(1).minus(SKEW.multipliedBy(3)))
                                < 0)
                        .hasSizeLessThan(World.MOST);
            }
        });
    }

    @Property(shrinking = ShrinkingMode.FULL)
    void everyRunThatSomethingCausedIsToldOnce(@ForAll("histories") History history) {
        hold(
                history,
                world -> world.facts.ended.stream()
                        .filter(each -> each.report().isPresent())
                        .filter(each -> switch (each.what().why()) {
                            case ALARM, HEALTH, PERSON -> true;
                            case OLD_ALARM, CLOCK, STAMP -> false;
                        })
                        .forEach(each -> {
                            var told = each.report().orElseThrow().findings().stream()
                                    .filter(one -> one.kind().equals("memory")
                                            && one.subject().equals("announcement"))
                                    .toList();
                            assertThat(told).hasSize(1);
                            assertThat(each.told())
                                    .isEqualTo(told.getFirst().summary().equals("told") ? 1 : 0);
                        }));
    }

    @Provide
    Arbitrary<History> histories() {
        var yes = Arbitraries.of(true, false);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 2),
                        yes,
                        yes,
                        yes,
                        Arbitraries.of(0, 0, 2),
                        events().list().ofMinSize(3).ofMaxSize(14))
                .as(History::new);
    }

    private static Arbitrary<Event> events() {
        var target = Arbitraries.integers().between(0, 1);
        var yes = Arbitraries.of(true, false);
        return Arbitraries.frequencyOf(
                Tuple.of(
                        6,
                        Arbitraries.of(5, 30, 90, 200, 400, 700, 2_000, 7_200, 90_000)
                                .map(Event.Pass::new)),
                Tuple.of(
                        5,
                        Combinators.combine(target, Arbitraries.of(true, true, false))
                                .as(Event.Deploy::new)),
                Tuple.of(
                        1,
                        Combinators.combine(target, Arbitraries.integers().between(0, 3))
                                .as(Event.PutBack::new)),
                Tuple.of(1, Combinators.combine(target, yes).as(Event.Canary::new)),
                Tuple.of(1, target.map(Event.Rot::new)),
                Tuple.of(5, Arbitraries.just(new Event.Tick())),
                Tuple.of(1, Arbitraries.of(Colour.class).map(Event.Noise::new)),
                Tuple.of(1, yes.map(Event.Migrate::new)),
                Tuple.of(1, Arbitraries.just(new Event.Clear())),
                Tuple.of(1, Arbitraries.of(true, false, false).map(Event.Kill::new)),
                Tuple.of(12, calls()));
    }

    private static Arbitrary<Event> calls() {
        var order = Arbitraries.longs().between(0, 1_000_000);
        return Arbitraries.frequencyOf(
                Tuple.of(3, Combinators.combine(call().list().ofSize(1), order).as(Event.Calls::new)),
                Tuple.of(
                        2,
                        Combinators.combine(call().list().ofMinSize(2).ofMaxSize(3), order)
                                .as(Event.Calls::new)));
    }

    private static Arbitrary<Event.Call> call() {
        var mishaps = Combinators.combine(Arbitraries.integers().between(0, 45), Arbitraries.of(Event.What.class))
                .as(Event.Mishap::new);
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(6, Event.Why.ALARM),
                                Tuple.of(2, Event.Why.OLD_ALARM),
                                Tuple.of(2, Event.Why.CLOCK),
                                Tuple.of(2, Event.Why.HEALTH),
                                Tuple.of(1, Event.Why.PERSON),
                                Tuple.of(2, Event.Why.STAMP)),
                        Arbitraries.of(0, 0, 1, -1, 30, -30, 120, -120),
                        Arbitraries.of(600, 600, 40),
                        mishaps.list().ofMaxSize(2))
                .as(Event.Call::new);
    }
}
