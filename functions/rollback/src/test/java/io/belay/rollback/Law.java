package io.belay.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Verdict;
import io.belay.core.release.Journal;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A law of rollback, as it can be told from what really happened. */
record Law(String name, Consumer<World> check) {
    /** Law 1: one bad revision, one rollback, unless a person cleared it or put it back under a rollback that was open. */
    static final Law ONCE = new Law("ONCE", world -> {
        var facts = world.facts;
        facts.known()
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

    /** Law 1: one time of red, one rollback, however often and late it is delivered. */
    static final Law ONCE_FOR_A_CAUSE = new Law(
            "ONCE_FOR_A_CAUSE",
            world -> world.facts
                    .known()
                    .filter(Facts.Shift::first)
                    .filter(Facts.Shift::rang)
                    .collect(Collectors.groupingBy(each -> each.ground().redSince()))
                    .forEach((since, shifts) -> assertThat(shifts)
                            .as("for the alarm that is red since %s", since)
                            .hasSize(1)));

    /** Law 2: a stamp, no quarantine, and there to be run. */
    static final Law KNOWN_GOOD = new Law("KNOWN_GOOD", eachShift(shift -> {
        var memory = shift.before().memory();
        assertThat(memory.stamps()).extracting(each -> each.revision().name()).contains(shift.to());
        assertThat(memory.quarantined())
                .extracting(each -> each.revision().name())
                .doesNotContain(shift.to());
        assertThat(shift.before().revisions())
                .filteredOn(each -> each.unfit().isEmpty())
                .extracting(each -> each.revision().name())
                .contains(shift.to());
    }));

    /** Law 3: red, since after the deploy, not before it, and not long ago; or sick; or a person's word. */
    static final Law FOR_A_CAUSE = new Law("FOR_A_CAUSE", eachDecision(shift -> {
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
                // A call's own time passes between its asking and its acting.
                assertThat(Duration.between(since, shift.at()))
                        .isLessThanOrEqualTo(World.AGE.plus(World.SKEW).plus(Duration.ofMinutes(2)));
            }
        }
    }));

    /** Law 4. */
    static final Law SCHEMA = new Law(
            "SCHEMA",
            eachDecision(shift -> assertThat(shift.ground().additive())
                    .as("only added since the stamp")
                    .isTrue()));

    /** Law 3 and 5: what somebody deployed past us is theirs. */
    static final Law HANDS_OFF = new Law(
            "HANDS_OFF",
            eachShift(shift ->
                    assertThat(shift.from()).isEqualTo(shift.journal().from().name())));

    /** Law 5: in order, each prepared first, the next when the one before has arrived. */
    static final Law WHOLE =
            new Law("WHOLE", eachShift(shift -> assertThat(shift.whole()).isTrue()));

    /** Law 5: the next run resumes, until nothing is open. */
    static final Law TO_AN_END = new Law("TO_AN_END", world -> {
        world.calm();
        for (var release : world.releases) {
            release.now()
                    .memory()
                    .journal()
                    .ifPresent(journal -> assertThat(journal.state())
                            .as("%s, %s", release.name(), journal)
                            .isIn(Journal.State.VERIFIED, Journal.State.FAILED));
        }
    });

    /** Law 6: verified is what health passed on while all of it stood; and done is what was verified. */
    static final Law PROVED = new Law("PROVED", world -> {
        assertThat(world.facts.verified).allMatch(Facts.Verified::proved);
        world.facts.ended.stream()
                .filter(each -> each.report()
                        .filter(report -> report.function().equals("rollback"))
                        .map(Stage::head)
                        .filter(head ->
                                head.verdict() == Verdict.PASS && head.summary().contains("rolled back "))
                        .isPresent())
                .forEach(each -> assertThat(world.facts.verified)
                        .as("verified by call %s or one beside it", each.call())
                        .isNotEmpty());
    });

    /** Law 8. */
    static final Law BRAKED = new Law("BRAKED", world -> {
        var decisions = world.facts.shifts.stream().filter(Facts.Shift::first).toList();
        for (var one : decisions) {
            assertThat(one.ground().killed()).as("moved though killed").isFalse();
            var ago = world.facts
                    .known()
                    .filter(Facts.Shift::first)
                    .filter(each -> each.at().isBefore(one.at()))
                    .map(each -> Duration.between(each.at(), one.at()))
                    .toList();
            var slack = World.SKEW.multipliedBy(3);
            assertThat(ago).as("cooldown").allMatch(each -> each.compareTo(World.COOLDOWN.minus(slack)) >= 0);
            assertThat(ago)
                    .as("within a day")
                    .filteredOn(each -> each.compareTo(Duration.ofDays(1).minus(slack)) < 0)
                    .hasSizeLessThan(World.MOST);
        }
    });

    /** Law 9: every run that something caused tells once. */
    static final Law TOLD = new Law(
            "TOLD",
            world -> world.facts.ended.stream()
                    .filter(each -> each.report().isPresent())
                    .filter(each -> switch (each.what().why()) {
                        case ALARM, HEALTH, PERSON -> true;
                        case OLD_ALARM, CLOCK, STAMP -> false;
                    })
                    .forEach(each -> {
                        var told = each.report().orElseThrow().findings().stream()
                                .filter(one -> one.subject().equals("announcement"))
                                .toList();
                        assertThat(told).hasSize(1);
                        assertThat(each.told())
                                .isEqualTo(told.getFirst().summary().equals("told") ? 1 : 0);
                    }));

    static final List<Law> ALL = List.of(
            ONCE, ONCE_FOR_A_CAUSE, KNOWN_GOOD, FOR_A_CAUSE, SCHEMA, HANDS_OFF, WHOLE, TO_AN_END, PROVED, BRAKED, TOLD);

    private static Consumer<World> eachShift(Consumer<Facts.Shift> law) {
        return world -> world.facts.shifts.forEach(law);
    }

    /** Shifts by which a call acted on a decision of its own. */
    private static Consumer<World> eachDecision(Consumer<Facts.Shift> law) {
        return eachShift(shift -> {
            if (shift.first()) {
                law.accept(shift);
            }
        });
    }

    /** Plays {@code history}, then asks whether it kept this law. */
    World hold(History history, Guards guards) {
        var world = new World(history, guards);
        world.play();
        check.accept(world);
        return world;
    }
}
