package io.belay.five.uvis;

import static io.belay.five.Operator.finding;
import static io.belay.five.Operator.unmet;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.assembly.Bundle;
import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Verdict;
import io.belay.five.aws.Keys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The very file of templates/examples/uvis-ecs.yaml, before a small UVIS: deployed, broken, and put back. */
@ExtendWith(Keys.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UvisTest {
    private static final String PRIORITY = "0003_priority.py";
    private static final Duration PROMISE = Duration.ofMinutes(5);

    private Optional<UvisServers> servers = Optional.empty();
    private Optional<Uvis> running = Optional.empty();

    @BeforeAll
    void start() throws Exception {
        servers = Optional.of(UvisServers.start());
    }

    @AfterAll
    void stop() {
        servers.ifPresent(UvisServers::close);
    }

    @BeforeEach
    void deployRelease1(@TempDir Path folder) throws Exception {
        running = Optional.of(new Uvis(servers.orElseThrow(), folder));
        uvis().watch();
        uvis().customers().look(60);
    }

    @AfterEach
    void close() throws Exception {
        if (running.isPresent()) {
            running.get().close();
        }
    }

    private Uvis uvis() {
        return running.orElseThrow();
    }

    /** Release 1 is well, for longer than the soak time: it is known to be good. */
    private void stamped() {
        uvis().cloud.pass(Duration.ofMinutes(31));
        var stamp = uvis().belay.run(Bundle.STAMP);
        assertThat(stamp.verdict()).as("%s", stamp.findings()).isEqualTo(Verdict.PASS);
        uvis().cloud.pass(Duration.ofMinutes(31));
    }

    /** Customers are refused for two minutes, and CloudWatch sees it. */
    private void ringBy(Callable<Integer> customers) throws Exception {
        for (var minute = 0; minute < 2; minute++) {
            assertThat(customers.call()).isEqualTo(500);
            uvis().cloud.pass(Duration.ofMinutes(1));
        }
    }

    @Test
    void theWholeFileIsGreenBeforeRelease1() throws Exception {
        var report = uvis().belay.run(Bundle.VERIFY);

        var names = uvis().belay.bundle().section(Bundle.VERIFY).names();
        assertThat(report.findings())
                .filteredOn(each -> each.verdict() != Verdict.PASS)
                .isEmpty();
        assertThat(report.findings())
                .extracting(Finding::subject)
                .containsAll(names)
                .hasSize(names.size() + 1);
        assertThat(uvis().store.dispatches()).as("what the smoke test made").isEmpty();
    }

    @Test
    void aMigrationThatWasNotAppliedRingsAndBothServicesGoBackOnce() throws Exception {
        stamped();
        uvis().ship(PRIORITY);
        uvis().cloud.deploy();
        ringBy(() -> uvis().customers().dispatch(12));

        assertThat(unmet(finding(uvis().belay.run(Bundle.MIGRATION_VERIFY), "coldchain")))
                .containsExactly(
                        Evidence.compared("pending d07a5c3be812", "applied, " + PRIORITY, "not applied", false));
        var health = uvis().belay.run(Bundle.HEALTH);
        assertThat(unmet(finding(health, "register, log in, dispatch, track")))
                .containsExactly(Evidence.compared("status", "200 or 201", "500", false));

        var cause = uvis().cloud.traffic.rung();
        var report = uvis().belay.run(Bundle.ROLLBACK, cause);

        assertThat(report.verdict()).as("%s", report.findings()).isIn(Verdict.PASS, Verdict.WARN);
        assertThat(report.findings().getFirst().summary())
                .startsWith("rolled back")
                .contains("well after");
        assertThat(report.took()).isLessThan(PROMISE);
        assertThat(uvis().cloud.serving(UvisCloud.BACKEND)).isEqualTo("1");
        assertThat(uvis().cloud.serving(UvisCloud.FRONTEND)).isEqualTo("1");
        assertThat(uvis().customers().dispatch(1)).isEqualTo(201);
        assertThat(uvis().slack()).singleElement().asString().contains("rolled back", "/backend:1", "/frontend:1");
        assertThat(uvis().topic()).singleElement().asString().contains("rolled back", "alarm coldchain-errors");

        uvis().cloud.aws.forgetCalls();
        var again = uvis().belay.run(Bundle.ROLLBACK, cause);

        assertThat(again.findings().getFirst().summary())
                .startsWith("nothing to do")
                .contains("put it back already");
        assertThat(uvis().cloud.aws.writes()).containsExactly("sns:Publish");
        uvis().cloud.pass(Duration.ofMinutes(5));
        var after = uvis().belay.run(Bundle.HEALTH);
        assertThat(after.findings())
                .as("what looks back an hour warns, and no more")
                .filteredOn(each -> each.verdict() != Verdict.PASS)
                .singleElement()
                .isEqualTo(finding(after, "errors"))
                .returns(Verdict.WARN, Finding::verdict);
    }

    @Test
    void tasksThatCrashAreSeenByTheClockAndTheirDeploymentIsStopped() throws Exception {
        stamped();
        uvis().cloud.deployWhatCrashes();
        uvis().cloud.pass(Duration.ofMinutes(3));
        assertThat(uvis().customers().dispatch(1))
                .as("the tasks before it run on")
                .isEqualTo(201);
        uvis().cloud.aws.forgetCalls();

        var report = uvis().belay.run(Bundle.VERIFY);

        assertThat(report.findings().getFirst().summary())
                .isEqualTo("migrations PASS, then health FAIL, then rollback PASS, then health after PASS");
        assertThat(unmet(finding(report, "services")))
                .contains(Evidence.compared(
                        "answer $.services[*].deployments[?(@.failedTasks > 0)].length()", "0", "1", false));
        assertThat(report.took()).isLessThan(PROMISE);
        assertThat(uvis().cloud.wanted(UvisCloud.BACKEND)).isEqualTo("1");
        assertThat(uvis().cloud.aws.writes())
                .contains("ecs:StopServiceDeployment")
                .doesNotContain("ecs:UpdateService");
        assertThat(uvis().slack()).singleElement().asString().contains("health failed 2 times in a row");
    }

    @Test
    void whereTheDatabaseHasMovedOnNothingIsPutBack() throws Exception {
        stamped();
        uvis().ship(PRIORITY);
        uvis().store.run("ALTER TABLE dispatches ADD COLUMN priority integer DEFAULT 0, DROP COLUMN note");
        uvis().store.run("UPDATE alembic_version SET version_num = 'd07a5c3be812'");
        uvis().cloud.deploy();
        ringBy(() -> uvis().customers().note(12));
        uvis().cloud.aws.forgetCalls();

        var report = uvis().belay.run(Bundle.ROLLBACK, uvis().cloud.traffic.rung());

        assertThat(report.findings().getFirst().summary())
                .startsWith("not rolled back (schema)")
                .contains("a safe way is forward");
        assertThat(uvis().cloud.aws.writes()).containsExactly("sns:Publish");
        assertThat(uvis().cloud.serving(UvisCloud.BACKEND)).isEqualTo("2");
        assertThat(uvis().slack()).singleElement().asString().contains("not rolled back (schema)");
    }
}
