package io.belay.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Cause;
import io.belay.core.Correlation;
import io.belay.core.Deadline;
import io.belay.core.Finding;
import io.belay.core.Progress;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Verdict;
import io.belay.core.release.Revision;
import io.belay.core.release.RollbackSpec;
import io.belay.core.system.SystemSpec;
import io.belay.core.testkit.InMemorySystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerifyTest {
    private final InMemorySystem harbor = new InMemorySystem("cloudwatch", "errors");
    private final List<Request> rolledBack = new ArrayList<>();

    private Request request() {
        return new Request(
                Set.of(),
                Deadline.in(Duration.ofMinutes(30), harbor.time()),
                new Correlation("verify-1"),
                Optional.empty());
    }

    private Function<Request, Report> says(String function, Verdict... verdicts) {
        Iterator<Verdict> next = Stream.of(verdicts).iterator();
        return request -> new Report(
                function,
                "harbor",
                "test",
                request.correlation(),
                harbor.time().instant(),
                Duration.ZERO,
                List.of(new Finding("api", "http", "", next.next(), "said", List.of(), Duration.ZERO)));
    }

    private Report chain(SystemSpec system, Verdict... health) {
        Function<Request, Report> rollback = request -> {
            rolledBack.add(request);
            return says("rollback", Verdict.PASS).apply(request);
        };
        return new Verify(
                        system, says("migration-verify", Verdict.PASS), says("health", health), rollback, harbor.time())
                .apply(request());
    }

    private static String said(Report report) {
        return report.findings().getFirst().summary();
    }

    @Test
    void aReleaseThatFailsAsOftenAsTheFileSaysIsPutBackAndStaysAFailure() {
        var bundle = Bundle.of(harbor.spec(), harbor.time(), Progress.NONE);

        var report = bundle.function(Bundle.VERIFY).apply(request());

        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(said(report)).startsWith("health FAIL, then rollback ").endsWith(", then health after PASS");
        assertThat(harbor.orders().now().only(new Revision("41"))).isTrue();
        assertThat(report.findings()).extracting(Finding::subject).doesNotHaveDuplicates();
    }

    @Test
    void theCauseSaysHowOftenAndWhen() {
        chain(harbor.spec(), Verdict.FAIL, Verdict.FAIL, Verdict.PASS);

        assertThat(rolledBack)
                .singleElement()
                .satisfies(asked -> assertThat(asked.cause())
                        .hasValueSatisfying(cause ->
                                assertThat(((Cause.VerifyFailed) cause).fails()).isEqualTo(2)));
    }

    @Test
    void whatIsWellIsLeftAlone() {
        assertThat(chain(harbor.spec(), Verdict.PASS).verdict()).isEqualTo(Verdict.PASS);
        assertThat(rolledBack).isEmpty();
    }

    @Test
    void whatFailsOnceAndPassesThenIsNotPutBackAndStaysAFailure() {
        var report = chain(harbor.spec(), Verdict.FAIL, Verdict.PASS);

        assertThat(rolledBack).isEmpty();
        assertThat(said(report)).isEqualTo("health FAIL, then health again PASS");
        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void whatCannotBeFoundOutPutsNothingBack() {
        assertThat(chain(harbor.spec(), Verdict.UNKNOWN).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(chain(harbor.spec(), Verdict.FAIL, Verdict.UNKNOWN).verdict())
                .isEqualTo(Verdict.FAIL);
        assertThat(rolledBack).isEmpty();
    }

    @Test
    void whereTheFileDoesNotSaySoNothingIsPutBack() {
        var silent = harbor.spec().with(RollbackSpec.NONE);

        assertThat(chain(silent, Verdict.FAIL).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(rolledBack).isEmpty();
    }

    @Test
    void noTimeIsWaitedPastTheDeadline() {
        var late = new Request(
                Set.of(), Deadline.in(Duration.ZERO, harbor.time()), new Correlation("verify-2"), Optional.empty());
        var before = harbor.time().instant();

        var report = new Verify(
                        harbor.spec(),
                        says("migration-verify"),
                        says("health", Verdict.FAIL, Verdict.FAIL),
                        says("rollback"),
                        harbor.time())
                .apply(late);

        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(harbor.time().instant()).isEqualTo(before);
    }
}
