package io.belay.health;

import static io.belay.core.testkit.InMemoryTarget.answering;
import static io.belay.core.testkit.InMemoryTarget.faulty;
import static io.belay.core.testkit.InMemoryTarget.hanging;
import static io.belay.core.testkit.InMemoryTarget.refusing;
import static io.belay.health.Systems.BROKEN;
import static io.belay.health.Systems.OK;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Deadline;
import io.belay.core.Evidence;
import io.belay.core.Fault;
import io.belay.core.Finding;
import io.belay.core.Redactor;
import io.belay.core.Severity;
import io.belay.core.Time;
import io.belay.core.Verdict;
import io.belay.core.check.Check;
import io.belay.core.check.Limits;
import io.belay.core.fact.Fact;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class HealthTest {
    private final Systems systems = new Systems();

    @Test
    void anAnswerAsExpectedPasses() {
        systems.target("api", answering(OK)).with(systems.check("api"));

        var report = systems.run();

        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
        assertThat(report.findings().getFirst().evidence()).contains(Evidence.compared("status", "200", "200", true));
    }

    @Test
    void aLongAnswerIsCutInTheReport() {
        var endless = "\ud83d\ude00".repeat(500_000);
        systems.target("api", answering(OK, Fact.of("body", Value.of(endless)))).with(systems.check("api"));

        var shown = systems.only().evidence().stream()
                .filter(each -> each.fact().equals("body"))
                .findFirst()
                .orElseThrow()
                .observed();

        assertThat(shown).hasSizeLessThan(2_100).endsWith("… (1000000 characters)");
    }

    @Test
    void aWrongAnswerFailsWithWhatWasSeen() {
        systems.target("api", answering(BROKEN)).with(systems.check("api"));

        var finding = systems.only();

        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.summary()).isEqualTo("status is 503, expected 200");
    }

    @Test
    void aTargetThatRefusesFails() {
        systems.target("api", refusing("connection refused")).with(systems.check("api"));

        assertThat(systems.only().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(systems.only().summary()).contains("connection refused");
    }

    @Test
    void aTargetThatIsSilentBeforeTheDeadlineFails() {
        systems.target("api", (_, _) -> new Observation.Silent("the response", Duration.ofSeconds(5)))
                .with(systems.check("api"));

        assertThat(systems.only().verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void silenceThatOnlyTheDeadlineEndedIsUnknown() {
        systems.target("api", (_, deadline) -> {
                    systems.time.advance(deadline.remaining());
                    return new Observation.Silent("the response", Duration.ofSeconds(30));
                })
                .with(systems.check("api"));

        assertThat(systems.only().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void whatCannotBeMeasuredIsUnknownAndCostsNoOtherFinding() {
        systems.target("denied", faulty(Fault.Kind.DENIED, "no such permission"))
                .target("api", answering(OK))
                .with(systems.check("denied"))
                .with(systems.check("api"));

        var report = systems.run();

        assertThat(report.findings()).extracting(Finding::verdict).containsExactly(Verdict.UNKNOWN, Verdict.PASS);
        assertThat(report.findings().getFirst().summary()).contains("no such permission");
    }

    @Test
    void aBugMetAtOneTargetCostsThatFindingAlone() {
        systems.target("odd", (_, _) -> {
                    throw new ArithmeticException("by zero");
                })
                .target("api", answering(OK))
                .with(systems.check("odd"))
                .with(systems.check("api"));

        var report = systems.run();

        assertThat(report.findings()).extracting(Finding::verdict).containsExactly(Verdict.UNKNOWN, Verdict.PASS);
        assertThat(report.findings().getFirst().summary()).contains("by zero");
    }

    @Test
    void aTargetThatWantsMoreMemoryThanThereIsSaysSoAndCostsItsFindingAlone() {
        systems.target("odd", (_, _) -> {
                    throw new OutOfMemoryError("Java heap space");
                })
                .target("api", answering(OK))
                .with(systems.check("odd"))
                .with(systems.check("api"));

        var report = systems.run();

        assertThat(report.findings()).extracting(Finding::verdict).containsExactly(Verdict.UNKNOWN, Verdict.PASS);
        assertThat(report.findings().getFirst().summary()).contains("Java heap space");
    }

    @Test
    void aFailingWarningWarns() {
        var check = systems.check("api");
        systems.target("api", answering(BROKEN))
                .with(new Check(
                        check.name(),
                        Severity.WARNING,
                        check.question(),
                        check.expectations(),
                        check.patience(),
                        check.sampling()));

        assertThat(systems.run().verdict()).isEqualTo(Verdict.WARN);
    }

    @Test
    void nothingAskedIsUnknown() {
        var report = systems.run();

        assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(report.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.summary()).contains("no check and no scenario under health"));
    }

    @Test
    void onlyWhatIsNamedIsAsked() {
        systems.target("api", answering(OK)).target("web", answering(BROKEN));
        systems.with(systems.check("api")).with(systems.check("web"));

        var report = systems.run(systems.time, systems.time.in(Duration.ofSeconds(5)), Set.of("api"));

        assertThat(report.findings()).extracting(Finding::subject).containsExactly("api");
    }

    @Test
    void aNameNobodyHasIsUnknownAndNotAnEmptyPass() {
        systems.target("api", answering(OK)).with(systems.check("api"));

        var report = systems.run(systems.time, systems.time.in(Duration.ofSeconds(5)), Set.of("apu"));

        assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(report.findings()).extracting(Finding::subject).containsExactly("apu");
    }

    @Test
    void noSecretReachesAFinding() {
        systems.redactor = Redactor.NONE.with("canary-secret", "${env:KEY}");
        systems.target("echo", answering(Fact.of("status", Value.of("you said canary-secret"))))
                .with(systems.check("echo"));

        assertThat(systems.only().toString()).doesNotContain("canary").contains("${env:KEY}");
    }

    @Test
    void fiftyThatHangForeverDoNotHoldTheReport() {
        systems.target("hung", hanging()).target("fine", answering(OK));
        for (int i = 0; i < 1_000; i++) {
            systems.with(systems.check(i % 20 == 0 ? "hung" : "fine"));
        }
        var clock = new WallClock();

        // Long enough for the others on a machine that does other things as well; those that hang take all of it.
        var report = systems.run(clock, Deadline.in(Duration.ofSeconds(6), clock), Set.of());

        assertThat(report.count(Verdict.UNKNOWN)).isEqualTo(50);
        assertThat(report.count(Verdict.PASS)).isEqualTo(950);
    }

    @Test
    void asManyAsTheLimitAreAskedAtOnceAndNoMore() {
        systems.limits = new Limits(8, 3, Duration.ofSeconds(20));
        var open = new AtomicInteger();
        var most = new AtomicInteger();
        var threeMeet = new CyclicBarrier(3);
        systems.target("busy", (_, _) -> {
            most.accumulateAndGet(open.incrementAndGet(), Math::max);
            try {
                threeMeet.await(10, TimeUnit.SECONDS);
            } catch (BrokenBarrierException | TimeoutException alone) {
                throw new IllegalStateException("fewer than three at once", alone);
            } finally {
                open.decrementAndGet();
            }
            return new Observation.Answered(List.of(OK), Duration.ofMillis(1));
        });
        for (int i = 0; i < 198; i++) {
            systems.with(systems.check("busy"));
        }

        assertThat(systems.run().verdict()).isEqualTo(Verdict.PASS);
        assertThat(most).hasValue(3);
    }

    private record WallClock() implements Time {
        @Override
        public Instant instant() {
            return Instant.now();
        }

        @Override
        public void pause(Duration span) throws InterruptedException {
            Thread.sleep(span);
        }
    }
}
