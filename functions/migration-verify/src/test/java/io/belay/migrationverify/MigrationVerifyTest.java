package io.belay.migrationverify;

import static io.belay.migrationverify.Systems.ledger;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.Finding;
import io.belay.core.Redactor;
import io.belay.core.Severity;
import io.belay.core.Time;
import io.belay.core.Verdict;
import io.belay.core.migration.LedgerChoice;
import io.belay.core.testkit.InMemoryDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The function as a whole: who is asked, and what becomes of one that does not answer. */
@Timeout(60)
final class MigrationVerifyTest {
    private final Systems systems = new Systems();

    private static InMemoryDatabase migrated() {
        return new InMemoryDatabase("shop").with(ledger("flyway", "1", "2"));
    }

    @Test
    void aReportBearsTheFunctionsNameAndOneFindingForEachDatabase() {
        systems.with("main", migrated()).with("stock", migrated());

        var report = systems.run();

        assertThat(report.function()).isEqualTo("migration-verify");
        assertThat(report.findings()).extracting(Finding::subject).containsExactly("main", "stock");
        assertThat(report.findings()).extracting(Finding::kind).containsOnly("memory");
        assertThat(report.findings()).extracting(Finding::target).containsOnly("memory:shop");
        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void whereTheFileNamesNoDatabaseThatIsSaidAndIsNoPass() {
        var finding = systems.finding();

        assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(finding.summary()).contains("names no database");
    }

    @Test
    void onlyWhatIsNamedIsAskedAndANameNobodyHasIsUnknown() {
        systems.with("main", migrated()).with("stock", migrated());

        var findings = systems.run("stock", "stok").findings();

        assertThat(findings).extracting(Finding::subject).containsExactly("stock", "stok");
        assertThat(findings).extracting(Finding::verdict).containsExactly(Verdict.PASS, Verdict.UNKNOWN);
    }

    @Test
    void oneThatCannotBeAskedIsUnknownAndCostsNoOther() {
        systems.with("main", new InMemoryDatabase("shop").faulty(Fault.Kind.DENIED, "no such role"))
                .with("stock", migrated());

        var findings = systems.run().findings();

        assertThat(findings).extracting(Finding::verdict).containsExactly(Verdict.UNKNOWN, Verdict.PASS);
        assertThat(findings.getFirst().summary()).contains("no such role");
        assertThat(findings.getFirst().target()).isEqualTo("memory:shop");
    }

    @Test
    void aBugCostsItsFindingAlone() {
        systems.with("main", migrated().after(() -> {
                    throw new ArithmeticException("by zero");
                }))
                .with("stock", migrated());

        var findings = systems.run().findings();

        assertThat(findings).extracting(Finding::verdict).containsExactly(Verdict.UNKNOWN, Verdict.PASS);
        assertThat(findings.getFirst().summary()).contains("by zero");
    }

    @Test
    void oneThatHangsDoesNotHoldTheReport() {
        systems.with("main", migrated().hanging()).with("stock", migrated());
        var clock = new WallClock();

        var report = systems.run(clock, Deadline.in(Duration.ofMillis(700), clock), Set.of());

        assertThat(report.findings()).extracting(Finding::verdict).containsExactly(Verdict.UNKNOWN, Verdict.PASS);
        assertThat(report.findings().getFirst().summary()).contains("not finished within the deadline");
    }

    @Test
    void allAreAskedAtOnce() {
        var meeting = new CyclicBarrier(8);
        for (int i = 0; i < 8; i++) {
            systems.with("db" + i, migrated().after(() -> {
                try {
                    meeting.await(10, TimeUnit.SECONDS);
                } catch (BrokenBarrierException | TimeoutException alone) {
                    throw new IllegalStateException("fewer than eight at once", alone);
                }
            }));
        }

        assertThat(systems.run().verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void whatIsWrongWithALesserOneIsAWarning() {
        systems.severity = Severity.WARNING;
        systems.shipping("flyway", "1", "2", "3").with("main", migrated());

        var finding = systems.finding();

        assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
        assertThat(finding.parts()).extracting(Finding::verdict).containsExactly(Verdict.WARN);
    }

    @Test
    void noSecretReachesAFinding() {
        systems.redactor = Redactor.NONE.with("canary-secret", "${env:KEY}");
        systems.with("main", new InMemoryDatabase("shop").with(ledger("flyway", "1", "canary-secret")));
        systems.shipping("flyway", "1")
                .with("stock", new InMemoryDatabase("shop").with(ledger("flyway", "canary-secret")));

        var report = systems.run();

        assertThat(report.findings().toString()).doesNotContain("canary").contains("${env:KEY}");
    }

    @Test
    void aSecretOfSeveralLinesIsGoneBeforeTheLinesAreJoined() {
        systems.redactor = Redactor.NONE.with("BEGIN\nk3y\nEND", "${env:KEY}");
        systems.shipping("flyway", "1")
                .with("main", new InMemoryDatabase("shop").with(ledger("flyway", "1", "BEGIN\nk3y\nEND")));

        assertThat(systems.finding().toString()).contains("${env:KEY}").doesNotContain("k3y");
    }

    @Test
    void whatStandsInALedgerStaysOnOneLine() {
        systems.shipping("flyway", "1")
                .with("main", new InMemoryDatabase("shop").with(ledger("flyway", "1", "2\n\u202eevil\u2028x")));

        var part = systems.part("ledger");

        assertThat(part.summary()).doesNotContain("\n", "\u202e", "\u2028");
        assertThat(part.evidence().toString()).doesNotContain("\n", "\u202e", "\u2028");
    }

    @Test
    void whereNothingIsExpectedNothingIsPassed() {
        systems.ledgers = new LedgerChoice.None();
        systems.with("main", migrated());

        assertThat(systems.finding().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(systems.finding().summary()).startsWith("nothing is expected of it");
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
