package io.belay.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.Correlation;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.Progress;
import io.belay.core.Request;
import io.belay.core.Verdict;
import io.belay.core.check.HealthSpec;
import io.belay.core.check.Limits;
import io.belay.core.migration.MigrationsSpec;
import io.belay.core.schema.Picture;
import io.belay.core.system.SystemSpec;
import io.belay.core.testkit.InMemoryDatabase;
import io.belay.core.testkit.InMemorySystem;
import io.belay.core.testkit.TestingTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BundleTest {
    private static final Picture ORDERS = Picture.of("postgres", List.of());

    private final TestingTime time = new TestingTime();

    private Bundle bundle(InMemoryDatabase... databases) {
        var nothing = new HealthSpec(List.of(), List.of(), Limits.DEFAULT);
        var migrations = new MigrationsSpec(
                Stream.of(databases).map(InMemoryDatabase::spec).toList(), Duration.ofSeconds(60));
        return Bundle.of(SystemSpec.of("harbor", "test", nothing).with(migrations), time, Progress.NONE);
    }

    @Test
    void itsFunctionsAreListedInOneOrder() {
        assertThat(bundle().names())
                .containsExactly(
                        "alarms-apply",
                        "alarms-drift",
                        "alarms-drill",
                        "alarms-plan",
                        "clear",
                        "health",
                        "migration-verify",
                        "release",
                        "resume",
                        "rollback",
                        "rollback-plan",
                        "stamp",
                        "stop",
                        "verify");
    }

    @Test
    void eachFunctionEitherReadsOrChanges() {
        assertThat(Bundle.READING).doesNotContainAnyElementsOf(Bundle.CHANGING).containsAll(Bundle.VERIFYING);
        assertThat(bundle().names())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(Bundle.READING.stream(), Bundle.CHANGING.stream())
                        .toList());
    }

    @Test
    void whatRollsBackLooksAtTheSteps() {
        var system = new InMemorySystem("cloudwatch", "errors");

        for (var name : List.of("rollback", "rollback-plan", "stamp", "release", "clear")) {
            assertThat(Bundle.of(system.spec(), system.time(), Progress.NONE).section(name))
                    .isEqualTo(new Section("rollback", List.of("orders")));
        }
    }

    @Test
    void aFunctionKnowsWhatItLooksAt() {
        var section = bundle(new InMemoryDatabase("main"), new InMemoryDatabase("archive"))
                .section("migration-verify");

        assertThat(section).isEqualTo(new Section("migrations", List.of("main", "archive")));
        assertThat(section.empty()).isFalse();
    }

    @Test
    void aFunctionWithoutASectionSaysWhichIsMissing() {
        assertThat(bundle().section("health").absence()).isEqualTo("the system file has nothing under health");
        assertThat(bundle().section("migration-verify").absence()).contains("nothing under migrations");
        assertThat(bundle().section("rollback").absence()).contains("nothing under rollback");
        assertThatThrownBy(() -> bundle().section("helth")).hasMessageContaining("health, migration-verify");
    }

    @Test
    void aRunWithNothingToLookAtIsUnknownAndSaysSo() {
        for (var function : Bundle.VERIFYING) {
            var report = bundle().function(function)
                    .apply(new Request(Set.of(), time.in(Duration.ofSeconds(1)), new Correlation("abcdefgh")));

            assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(report.findings())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.summary())
                            .contains("under " + bundle().section(function).key()));
        }
    }

    @Test
    void withoutStepsNothingIsSaidToBeWell() {
        for (var function : bundle().names()) {
            var report = bundle().function(function)
                    .apply(new Request(Set.of(), time.in(Duration.ofSeconds(1)), new Correlation("abcdefgh")));

            assertThat(report.verdict()).as(function).isIn(Verdict.UNKNOWN, Verdict.FAIL);
        }
    }

    @Test
    void aSchemaIsReadOnceAndOfOneDatabase() throws InterruptedException {
        var asked = new ArrayList<String>();
        var main = new InMemoryDatabase("main").with(ORDERS).after(() -> asked.add("main"));
        var archive = new InMemoryDatabase("archive").after(() -> asked.add("archive"));

        var picture = bundle(main, archive).picture("main", time.in(Duration.ofSeconds(1)));

        assertThat(picture).isEqualTo(ORDERS);
        assertThat(asked).containsExactly("main");
    }

    @Test
    void aSchemaThatCannotBeReadIsNoPicture() {
        var bundle = bundle(
                new InMemoryDatabase("dark").denying("permission denied"),
                new InMemoryDatabase("away").faulty(Fault.Kind.UNREACHABLE, "nobody there"));

        assertThatThrownBy(() -> bundle.picture("dark", time.in(Duration.ofSeconds(1))))
                .isInstanceOf(PortException.class)
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> bundle.picture("away", time.in(Duration.ofSeconds(1))))
                .isInstanceOf(PortException.class)
                .hasMessageContaining("nobody there");
        assertThatThrownBy(() -> bundle.picture("none", time.in(Duration.ofSeconds(1))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
