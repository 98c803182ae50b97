package io.belay.five.bailian;

import static io.belay.five.Operator.finding;
import static io.belay.five.Operator.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.assembly.Bundle;
import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Verdict;
import io.belay.core.check.Check;
import io.belay.core.check.Scenario;
import io.belay.demo.server.Folder;
import io.belay.demo.server.RedisServer;
import io.belay.demo.server.ServerException;
import io.belay.five.loopback.MariaDb;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Bailian's backend is deployed, broken in the ways that a Deployment of it fears most, and put back. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BailianAckTest {
    private static final Map<String, Integer> GOOD_ALONE = Map.of(Release.GOOD.image(), 3);
    private static final String UNAVAILABLE = "answer $.status.unavailableReplicas";

    private final Folder folder = Folder.temporary("bailian-");
    private Optional<MariaDb> database = Optional.empty();
    private Optional<RedisServer> redis = Optional.empty();
    private Optional<Bailian> opened = Optional.empty();

    @BeforeAll
    void start() throws Exception {
        try {
            redis = Optional.of(
                    RedisServer.start(Files.createDirectory(folder.path().resolve("redis"))));
        } catch (ServerException none) {
            Assumptions.abort(String.valueOf(none.getMessage()));
        }
        database = Optional.of(new MariaDb(Files.createDirectory(folder.path().resolve("mariadb")), "of-the-backend"));
    }

    @AfterAll
    void stop() {
        database.ifPresent(MariaDb::close);
        redis.ifPresent(RedisServer::close);
        folder.close();
    }

    @BeforeEach
    void deploy(@TempDir Path files) throws Exception {
        opened = Optional.of(new Bailian(database.orElseThrow(), redis.orElseThrow(), files));
    }

    @AfterEach
    void close() {
        opened.ifPresent(Bailian::close);
    }

    private Bailian bailian() {
        return opened.orElseThrow();
    }

    /** Release 1 serves for half an hour, is watched, verified whole, and stamped. */
    private void proven() throws Exception {
        var set = bailian().belay().setAlarms();
        assertThat(set.verdict()).as("%s", set.findings()).isIn(Verdict.PASS, Verdict.WARN);
        bailian().minutes(31);
        assertThat(bailian().look()).isEqualTo(200);
        var verified = bailian().belay().run(Bundle.VERIFY);
        assertThat(verified.findings())
                .allSatisfy(each -> assertThat(each.verdict()).as("%s", each).isEqualTo(Verdict.PASS));
        var health = bailian().belay().bundle().system().health();
        assertThat(verified.findings().stream().map(Finding::subject))
                .containsExactlyElementsOf(Stream.of(
                                Stream.of("verify"),
                                health.checks().stream().map(Check::name),
                                health.scenarios().stream().map(Scenario::name))
                        .flatMap(each -> each)
                        .toList())
                .hasSizeGreaterThan(30);
        stamped();
    }

    private void stamped() {
        var stamp = bailian().belay().run(Bundle.STAMP);
        assertThat(stamp.verdict()).as("%s", stamp.findings()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aReleaseWhosePodsAreNeverReadyIsTakenBackByTheAlarmThoughTheOldOneServesOn() throws Exception {
        proven();
        bailian().cloud().cluster().deploy(Release.MODELS.image());
        bailian().minutes(10);
        bailian().cloud().cluster().late();
        assertThat(bailian().serving()).isEqualTo(GOOD_ALONE);

        var sick = bailian().belay().run(Bundle.HEALTH);
        assertThat(sick.findings().stream()
                        .filter(each -> each.verdict() == Verdict.FAIL)
                        .map(Finding::subject))
                .containsExactly("deployment");
        assertThat(finding(sick, "deployment").evidence())
                .contains(Evidence.compared(UNAVAILABLE, "0 or absent", "1", false));

        var began = bailian().time().instant();
        assertThat(bailian().ring(Monitor.PODS_MISSING)).contains("rolled back", "\"verdict\":\"pass\"");
        assertThat(Duration.between(began, bailian().time().instant())).isLessThan(Duration.ofMinutes(3));
        assertThat(bailian().cloud().unavailable()).isZero();
        assertThat(bailian().serving()).isEqualTo(GOOD_ALONE);
        assertThat(bailian().cloud().told().getLast()).contains("rolled back", "bailian-backend");
        onceAlone(Monitor.PODS_MISSING);
        bailian().minutes(31);
        stamped();
    }

    @Test
    void aReleaseThatWantsAColumnWhichNobodyMadeIsPutBackByTheAlarmOfItsErrors() throws Exception {
        proven();
        bailian().cloud().cluster().deploy(Release.PROFILES.image());
        for (int minute = 0; minute < 3; minute++) {
            for (int customer = 0; customer < 6; customer++) {
                assertThat(bailian().look()).isEqualTo(500);
            }
            bailian().minutes(1);
        }

        assertThat(bailian().ring(Monitor.ERRORS)).contains("rolled back", "\"verdict\":\"pass\"");
        assertThat(bailian().serving()).isEqualTo(GOOD_ALONE);
        assertThat(bailian().look()).isEqualTo(200);
        onceAlone(Monitor.ERRORS);
    }

    /** A second delivery changes nothing. */
    private void onceAlone(String alarm) {
        var writes = bailian().cloud().cluster().server().writes();
        assertThat(bailian().ring(alarm)).contains("has put it back already");
        assertThat(bailian().cloud().cluster().server().writes()).isEqualTo(writes);
    }

    @Test
    void theVerificationAfterADeployPutsItBackAsWell() throws Exception {
        proven();
        bailian().cloud().cluster().deploy(Release.PROFILES.image());

        var verified = bailian().belay().run(Bundle.VERIFY);

        assertThat(verified.findings().getFirst().summary())
                .isEqualTo("health FAIL, then rollback PASS, then health after PASS");
        assertThat(part(finding(verified, "log in and ask"), "a guarded page").evidence())
                .contains(Evidence.compared("status", "200..299", "500", false));
        assertThat(bailian().serving()).isEqualTo(GOOD_ALONE);
        assertThat(bailian().cloud().told().getLast()).contains("rolled back");
    }

    @Test
    void aHundredCallersAtOnceAreAnsweredWhereSomebodyAsksForThem() {
        var report = bailian().belay().run(Bundle.HEALTH, "a hundred callers at once");

        assertThat(report.findings())
                .singleElement()
                .satisfies(each -> assertThat(each.evidence())
                        .contains(
                                Evidence.compared("status", "200", "so in all 1000", true),
                                Evidence.compared("lost", "<= 0", "0", true)));
    }

    @Test
    void whereNothingWasEverKnownToBeGoodNothingIsMovedAndTheGroupIsTold() throws Exception {
        bailian().belay().setAlarms();
        bailian().minutes(31);
        bailian().cloud().cluster().deploy(Release.MODELS.image());
        bailian().minutes(4);
        var writes = bailian().cloud().cluster().server().writes();

        assertThat(bailian().ring(Monitor.PODS_MISSING)).contains("known good");

        assertThat(bailian().cloud().cluster().server().writes()).isEqualTo(writes);
        assertThat(bailian().cloud().told().getLast()).contains("not rolled back", "known to be good");
        var plan = bailian().belay().run(Bundle.ROLLBACK_PLAN).findings().getFirst();
        assertThat(part(plan, "known good").evidence())
                .singleElement()
                .satisfies(each -> assertThat(each.observed()).contains("candidates: ", Release.GOOD.image()));
    }

    @Test
    void anImageByTagIsNoReleaseToStamp() throws Exception {
        bailian().belay().setAlarms();
        bailian().cloud().cluster().deploy(Release.latest());
        bailian().minutes(31);

        assertThat(finding(bailian().belay().run(Bundle.HEALTH), "deployment").evidence())
                .anySatisfy(each -> assertThat(each.observed()).isEqualTo(Release.latest()));
        assertThat(bailian().belay().run(Bundle.STAMP).verdict()).isEqualTo(Verdict.WARN);
    }
}
