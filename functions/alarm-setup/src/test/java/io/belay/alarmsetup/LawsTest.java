package io.belay.alarmsetup;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Verdict;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Composite;
import io.belay.core.alarm.Id;
import io.belay.core.alarm.Kind;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Retention;
import io.belay.core.plan.ChangePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of whatever is there and whatever should be. */
final class LawsTest {
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");

    /** A thing that is there: whose, and whether somebody changed it by hand. */
    record There(Resource resource, Optional<Owner> owner, boolean byHand) {}

    @Provide
    Arbitrary<List<Resource>> wanted() {
        var names = Arbitraries.of(NAMES).set();
        return Combinators.combine(
                        names,
                        names,
                        names,
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 4))
                .as(LawsTest::resources);
    }

    /** Alarms, composites of those, a log's span and a receiver, no two of the same id. */
    private static List<Resource> resources(
            Set<String> alarms, Set<String> composites, Set<String> logs, int bound, int told) {
        var resources = new ArrayList<Resource>();
        if (told > 0) {
            resources.add(Stage.ONCALL);
        }
        alarms.forEach(each ->
                resources.add(told > 1 ? Stage.alarm(each, "" + bound, Stage.ONCALL) : Stage.alarm(each, "" + bound)));
        var rest = composites.stream()
                .filter(each -> !alarms.contains(each))
                .sorted()
                .toList();
        var known = new ArrayList<>(alarms.stream().sorted().toList());
        for (var each : rest) {
            if (!known.isEmpty()) {
                resources.add(Stage.any(each, known.getLast(), known.get(bound % known.size())));
                known.add(each);
            }
        }
        logs.forEach(each -> resources.add(new Retention(each, Optional.of(bound), told > 2)));
        return resources;
    }

    @Provide
    Arbitrary<List<There>> there() {
        var owners = Arbitraries.of(
                Optional.of(Stage.OWNER),
                Optional.of(Stage.OWNER),
                Optional.of(new Owner("other", "prod")),
                Optional.<Owner>empty());
        return Combinators.combine(
                        wanted(),
                        owners.list().ofSize(20),
                        Arbitraries.of(true, false).list().ofSize(20))
                .as((resources, whose, hands) -> {
                    var there = new ArrayList<There>();
                    for (int i = 0; i < resources.size(); i++) {
                        there.add(new There(resources.get(i), whose.get(i), hands.get(i)));
                    }
                    return there;
                });
    }

    private static Stage stage(List<Resource> wanted, List<There> there, ChangePolicy policy) {
        var stage = new Stage();
        for (var each : there) {
            var owner = each.resource().kind().owned() ? each.owner() : Optional.<Owner>empty();
            var form = Canonical.of(each.resource(), owner);
            stage.store.put(each.byHand() ? form.with("description", "by hand") : form);
        }
        stage.wanted = wanted;
        stage.policy = policy;
        return stage;
    }

    private static Map<Id, Canonical> foreign(Stage stage) {
        return stage.store.things().stream()
                .filter(each -> each.id().kind().owned() && !each.owner().equals(Optional.of(Stage.OWNER)))
                .collect(Collectors.toMap(Canonical::id, each -> each));
    }

    @Property(tries = 2_000)
    void whatIsForeignStaysAsItIsUnderEveryPolicy(
            @ForAll("wanted") List<Resource> wanted, @ForAll("there") List<There> there, @ForAll ChangePolicy policy) {
        var stage = stage(wanted, there, policy);
        var before = foreign(stage);
        stage.apply();
        assertThat(foreign(stage)).isEqualTo(before);
    }

    @Property(tries = 2_000)
    void thePlanAppliedLeavesNothingToDoAndASecondWritesNothing(
            @ForAll("wanted") List<Resource> wanted, @ForAll("there") List<There> there, @ForAll ChangePolicy policy) {
        var stage = stage(wanted, there, policy);
        assertThat(stage.apply().verdict()).isEqualTo(Verdict.PASS);
        var writes = stage.store.writes();

        assertThat(Stage.summary(stage.plan())).isEqualTo("nothing to do");
        assertThat(stage.apply().verdict()).isEqualTo(Verdict.PASS);
        assertThat(stage.store.writes()).isEqualTo(writes);
    }

    @Property(tries = 2_000)
    void underSyncWhatIsOursIsWhatIsWantedAndNothingElse(
            @ForAll("wanted") List<Resource> wanted, @ForAll("there") List<There> there) {
        var stage = stage(wanted, there, ChangePolicy.SYNC);
        var foreign = foreign(stage).keySet();
        stage.apply();

        var ours = stage.store.things().stream()
                .filter(each -> each.owner().equals(Optional.of(Stage.OWNER)))
                .map(Canonical::id)
                .toList();
        assertThat(ours)
                .containsExactlyInAnyOrderElementsOf(wanted.stream()
                        .filter(each -> each.kind().owned())
                        .map(Resource::id)
                        .filter(each -> !foreign.contains(each))
                        .toList());
    }

    @Property(tries = 1_000)
    void underSyncWithEverythingTakenOverWhatIsWantedIsThereToTheLastField(
            @ForAll("wanted") List<Resource> wanted, @ForAll("there") List<There> there) {
        var stage = stage(wanted, there, ChangePolicy.SYNC);
        stage.takeOver = Set.of("a", "b", "c", "d", "e", "oncall");
        stage.apply();

        var fresh = stage(wanted, List.of(), ChangePolicy.SYNC);
        fresh.apply();
        var is = stage.store.things().stream().collect(Collectors.toMap(Canonical::id, each -> each.all()));
        fresh.store.things().stream()
                .filter(each -> each.id().kind() != Kind.RETENTION)
                .forEach(each -> assertThat(is).containsEntry(each.id(), each.all()));
    }

    @Property(tries = 1_000)
    void whoeverPointsComesAfterWhatItPointsAt(
            @ForAll("wanted") List<Resource> wanted, @ForAll("there") List<There> there) {
        var stage = stage(wanted, there, ChangePolicy.SYNC);
        var report = stage.plan();
        var made = report.findings().stream()
                .filter(each ->
                        Sign.of(each).filter(sign -> sign == Sign.CREATE).isPresent())
                .filter(each -> each.kind().endsWith("alarm"))
                .map(each -> each.subject())
                .toList();
        wanted.stream()
                .filter(Composite.class::isInstance)
                .map(Composite.class::cast)
                .filter(each -> made.contains(each.name()))
                .forEach(each -> assertThat(each.needs().stream().filter(made::contains))
                        .allSatisfy(need -> assertThat(made.indexOf(need)).isLessThan(made.lastIndexOf(each.name()))));
    }
}
