package io.belay.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** With a guard switched off some history breaks the law that leans on it: the laws are not kept by chance. */
final class LawsBiteTest {
    private static final int HISTORIES = 5_000;

    /**
     * "not done yet" is not among them: while cooldown is longer than an alarm may be old, those two keep its law too. Its own
     * cases are in {@link GuardsTest}.
     */
    private static final Map<String, Law> LEANS_ON = Map.ofEntries(
            Map.entry("still so", Law.FOR_A_CAUSE),
            Map.entry("kill switch", Law.BRAKED),
            Map.entry("once", Law.ONCE),
            Map.entry("cooldown", Law.BRAKED),
            Map.entry("window", Law.BRAKED),
            Map.entry("after the deploy", Law.FOR_A_CAUSE),
            Map.entry("not before", Law.FOR_A_CAUSE),
            Map.entry("age", Law.FOR_A_CAUSE),
            Map.entry("schema", Law.SCHEMA));

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void withoutAGuardItsLawIsBroken(@ForAll("guards") String guard) {
        assertThat(broken(guard, LEANS_ON.getOrDefault(guard, Law.ONCE)))
                .as("in %s histories without %s", HISTORIES, guard)
                .isTrue();
    }

    /** Laws that speak of nothing hold for ever: rollbacks, resumed ones and those of several targets have to be among them. */
    @Example
    void historiesHoldWhatTheLawsSpeakOf() {
        var histories = Histories.any().generator(1_000);
        var chance = new Random(7);
        var worlds = new ArrayList<World>();
        for (int at = 0; at < 1_000; at++) {
            var history = histories.next(chance).value();
            OnOneThread.run(() -> worlds.add(Law.TOLD.hold(history, Guards.ALL)));
        }

        assertThat(worlds).filteredOn(each -> !each.facts.shifts.isEmpty()).hasSizeGreaterThan(400);
        assertThat(worlds).filteredOn(each -> !each.facts.verified.isEmpty()).hasSizeGreaterThan(150);
        assertThat(worlds).filteredOn(LawsBiteTest::twice).hasSizeGreaterThan(10);
        assertThat(worlds).filteredOn(LawsBiteTest::resumed).hasSizeGreaterThan(5);
        assertThat(worlds).filteredOn(LawsBiteTest::several).hasSizeGreaterThan(20);
        assertThat(worlds).filteredOn(LawsBiteTest::died).hasSizeGreaterThan(100);
    }

    private static boolean twice(World world) {
        return world.facts.shifts.stream().filter(Facts.Shift::first).count() > 1;
    }

    private static boolean resumed(World world) {
        return world.facts.verified.stream()
                .anyMatch(each -> world.facts.shifts.stream().noneMatch(shift -> shift.call() == each.call()));
    }

    private static boolean several(World world) {
        return world.facts.shifts.stream().anyMatch(each -> !each.first());
    }

    private static boolean died(World world) {
        return world.facts.ended.stream().anyMatch(each -> each.report().isEmpty());
    }

    @Provide
    Arbitrary<String> guards() {
        return Arbitraries.of(LEANS_ON.keySet().stream().sorted().toList());
    }

    private static boolean broken(String off, Law law) {
        var others = new Guards(List.copyOf(Guards.ALL.all().stream()
                .filter(each -> !each.name().equals(off))
                .toList()));
        var histories = Histories.any().generator(1_000);
        var chance = new Random(42);
        for (int at = 0; at < HISTORIES; at++) {
            var history = histories.next(chance).value();
            try {
                OnOneThread.run(() -> law.hold(history, others));
            } catch (AssertionError _) {
                return true;
            }
        }
        return false;
    }
}
