package io.belay.five.serveml;

import static io.belay.five.Operator.finding;
import static io.belay.five.Operator.unmet;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.assembly.Bundle;
import io.belay.core.Cause;
import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Verdict;
import io.belay.demo.server.Certificate;
import io.belay.five.aws.Keys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The very file of templates/examples/serveml-lambda.yaml, before a small ServeML: deployed, broken, and put back. */
@ExtendWith(Keys.class)
final class ServemlTest {
    private static final Duration SOAK = Duration.ofMinutes(31);
    private static final Duration PROMISE = Duration.ofMinutes(5);
    private static final String SMOKE = "register and deploy a model";

    @TempDir
    Path folder;

    private Serveml release1(int daysValid) throws Exception {
        var certificate = Certificate.make(Files.createDirectory(folder.resolve("certificate")), daysValid);
        var serveml = new Serveml(certificate, folder);
        serveml.watch();
        return serveml;
    }

    /** Release 1 is well, for longer than the soak time: it is known to be good. */
    private Serveml stamped() throws Exception {
        var serveml = release1(90);
        serveml.cloud.pass(SOAK);
        var first = serveml.belay.run(Bundle.STAMP);
        assertThat(first.findings())
                .as("nobody knows since when the record leads there")
                .singleElement()
                .returns("route53", Finding::kind)
                .returns(Verdict.WARN, Finding::verdict);
        serveml.cloud.pass(SOAK);
        var stamp = serveml.belay.run(Bundle.STAMP);
        assertThat(stamp.verdict()).as("%s", stamp.findings()).isEqualTo(Verdict.PASS);
        serveml.cloud.pass(SOAK);
        return serveml;
    }

    /** Users are refused for two minutes, and CloudWatch sees it. */
    private static void refused(Serveml serveml, int status) throws Exception {
        var users = new Users(serveml);
        for (var minute = 0; minute < 2; minute++) {
            assertThat(users.serve(12)).isEqualTo(status);
            serveml.cloud.pass(Duration.ofMinutes(1));
        }
    }

    @Test
    void theWholeFileIsGreenBeforeRelease1() throws Exception {
        try (var serveml = release1(90)) {
            var report = serveml.belay.run(Bundle.VERIFY);

            var names = serveml.belay.bundle().section(Bundle.VERIFY).names();
            assertThat(report.findings())
                    .filteredOn(each -> each.verdict() != Verdict.PASS)
                    .isEmpty();
            assertThat(report.findings())
                    .extracting(Finding::subject)
                    .containsAll(names)
                    .hasSize(names.size() + 1);
            assertThat(serveml.desk.table()).as("what the smoke test made").isEmpty();
        }
    }

    @Test
    void aSlowReleaseThatServesNoModelGoesBackWithItsFunctionOnce() throws Exception {
        try (var serveml = stamped()) {
            serveml.cloud.deploy();
            refused(serveml, 500);

            var health = serveml.belay.run(Bundle.HEALTH, "latency", SMOKE);
            assertThat(unmet(finding(health, "latency")))
                    .extracting(Evidence::fact)
                    .contains("p95");
            assertThat(unmet(finding(health, SMOKE)))
                    .containsExactly(Evidence.compared("status", "200 or 201 or 202", "500", false));

            var cause = serveml.cloud.traffic.rung();
            var report = serveml.belay.run(Bundle.ROLLBACK, cause);

            assertThat(report.verdict()).as("%s", report.findings()).isIn(Verdict.PASS, Verdict.WARN);
            assertThat(report.took()).isLessThan(PROMISE);
            assertThat(serveml.cloud.backend()).isEqualTo("1");
            assertThat(serveml.cloud.model()).isEqualTo("1");
            assertThat(serveml.cloud.address()).isEqualTo(ServemlCloud.BALANCER);
            assertThat(new Users(serveml).serve(1)).isEqualTo(201);
            assertThat(serveml.topic()).singleElement().asString().contains("rolled back", "alarm serveml-errors");

            serveml.cloud.aws.forgetCalls();
            var again = serveml.belay.run(Bundle.ROLLBACK, cause);

            assertThat(again.findings().getFirst().summary()).startsWith("nothing to do");
            assertThat(serveml.cloud.aws.writes()).containsExactly("sns:Publish");
        }
    }

    @Test
    void aRecordThatLeadsIntoNothingIsPutBackOnAPersonsWord() throws Exception {
        try (var serveml = stamped()) {
            serveml.cloud.lead(ServemlCloud.EMPTY_BALANCER);
            refused(serveml, 503);

            var alarmed = serveml.belay.run(Bundle.ROLLBACK, serveml.cloud.traffic.rung());
            assertThat(alarmed.findings().getFirst().summary())
                    .startsWith("not rolled back (after the deploy): it is not known since when");
            assertThat(serveml.cloud.address()).isEqualTo(ServemlCloud.EMPTY_BALANCER);

            var report = serveml.belay.run(Bundle.ROLLBACK, new Cause.Person("ada", Optional.empty()));

            assertThat(report.verdict()).as("%s", report.findings()).isIn(Verdict.PASS, Verdict.WARN);
            assertThat(report.took()).isLessThan(PROMISE);
            assertThat(serveml.cloud.address()).isEqualTo(ServemlCloud.BALANCER);
            assertThat(new Users(serveml).serve(1)).isEqualTo(201);
            assertThat(serveml.topic()).hasSize(2).last().asString().contains("rolled back route53:", "ada");
        }
    }

    @Test
    void aRecordThatTheClockHasComeByIsPutBackByTheAlarm() throws Exception {
        try (var serveml = stamped()) {
            serveml.cloud.lead(ServemlCloud.EMPTY_BALANCER);
            assertThat(serveml.belay.run(Bundle.STAMP).verdict()).isEqualTo(Verdict.WARN);
            refused(serveml, 503);

            var report = serveml.belay.run(Bundle.ROLLBACK, serveml.cloud.traffic.rung());

            assertThat(report.verdict()).as("%s", report.findings()).isIn(Verdict.PASS, Verdict.WARN);
            assertThat(report.took()).isLessThan(PROMISE);
            assertThat(serveml.cloud.address()).isEqualTo(ServemlCloud.BALANCER);
        }
    }

    @Test
    void aCertificateThatEndsTomorrowIsSeenAndNoReleaseIsBlamedForIt() throws Exception {
        try (var serveml = release1(1)) {
            var report = serveml.belay.run(Bundle.VERIFY);

            assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(unmet(finding(report, "certificate of the api")))
                    .singleElement()
                    .returns("leaf-valid-for", Evidence::fact)
                    .returns(Optional.of(">= 30d"), Evidence::expected);
            assertThat(finding(report, "rollback").summary()).startsWith("not rolled back (known good)");
            assertThat(serveml.cloud.aws.writes()).doesNotContain("ecs:UpdateService", "lambda:UpdateAlias");
            assertThat(serveml.topic()).singleElement().asString().contains("not rolled back");
        }
    }
}
