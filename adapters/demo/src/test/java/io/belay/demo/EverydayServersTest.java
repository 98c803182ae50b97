package io.belay.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.report.ReportReader;
import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Report;
import io.belay.core.Verdict;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Servers that nobody thought of when Belay was written, described by the documentation alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EverydayServersTest {

    private static final Path FILE = Path.of("..", "..", "templates", "examples", "everyday-servers.yaml");

    private Map<String, Finding> found = Map.of();
    private String dead = "";
    private int exit;

    @BeforeAll
    void run(@TempDir Path folder) throws Exception {
        Installed.needed(EverydayServers.PACKAGES);
        try (var servers = EverydayServers.start(folder);
                var doors = new AllDoors(FILE, servers.environment())) {
            dead = servers.dead();
            exit = doors.exit("health", "-f", FILE.toString());
            var all = new LinkedHashMap<String, Finding>();
            read(doors.health("--json"), doors).findings().forEach(each -> all.put(each.subject(), each));
            found = all;
        }
    }

    @AfterAll
    void forget() {
        found = Map.of();
    }

    private static Report read(String answer, AllDoors doors) {
        try {
            return ReportReader.read(answer);
        } catch (IllegalArgumentException wrong) {
            throw new AssertionError(answer + doors.besides(), wrong);
        }
    }

    @Test
    void whatIsWellPasses() {
        var well = List.of(
                "plain HTTP leads to HTTPS",
                "whoever follows it arrives",
                "front page",
                "security headers",
                "long pages are compressed",
                "hidden files stay hidden",
                "connections",
                "certificate",
                "only new TLS is spoken",
                "prometheus",
                "prometheus says so itself",
                "prometheus scrapes itself",
                "scrapes are quick",
                "alerts are taken",
                "database",
                "who looks may do no more",
                "no administrator from afar");

        assertThat(found.values().stream()
                        .filter(each -> each.verdict() == Verdict.PASS)
                        .map(Finding::subject))
                .as("%s", found)
                .containsExactlyElementsOf(well);
    }

    @Test
    void theTargetThatIsDeadFailsAndIsNamed() {
        assertThat(finding("every target is scraped").verdict()).isEqualTo(Verdict.FAIL);
        assertThat(evidence("every target is scraped", "targets-down"))
                .isEqualTo(Evidence.compared("targets-down", "<= 0", "1", false));
        assertThat(finding("every target is scraped").evidence())
                .anySatisfy(each -> assertThat(each.observed()).contains("ledger/" + dead));
    }

    @Test
    void theAlertThatFiresWarnsAndIsNamed() {
        assertThat(finding("no alert fires").verdict()).isEqualTo(Verdict.WARN);
        assertThat(evidence("no alert fires", "alerts-firing").observed()).isEqualTo("1");
        assertThat(finding("no alert fires").evidence())
                .anySatisfy(each -> assertThat(each.observed()).contains("TargetDown"));
    }

    @Test
    void theAlertThatAlertmanagerHoldsFails() {
        assertThat(finding("nothing critical is active").verdict()).isEqualTo(Verdict.FAIL);
        assertThat(evidence("nothing critical is active", "alerts").observed()).isEqualTo("1");
    }

    @Test
    void theOrderThatIsLostFails() {
        assertThat(finding("no order is lost").verdict()).isEqualTo(Verdict.FAIL);
        assertThat(evidence("no order is lost", "value")).isEqualTo(Evidence.compared("value", "0", "1", false));
    }

    @Test
    void theCertificateThatEndsInTwentyDaysWarns() {
        assertThat(finding("certificate is renewed in time").verdict()).isEqualTo(Verdict.WARN);
        assertThat(evidence("certificate is renewed in time", "leaf-valid-for").observed())
                .matches("(19|20)d.*");
    }

    @Test
    void theVersionThatNginxTellsWarns() {
        assertThat(finding("the version is not told").verdict()).isEqualTo(Verdict.WARN);
        assertThat(evidence("the version is not told", "header Server").observed())
                .startsWith("nginx/");
    }

    @Test
    void theWholeIsAFailure() {
        assertThat(exit).isOne();
    }

    private Finding finding(String subject) {
        return Objects.requireNonNull(found.get(subject), () -> "no finding of " + subject + " in " + found);
    }

    private Evidence evidence(String subject, String fact) {
        return finding(subject).evidence().stream()
                .filter(each -> each.fact().equals(fact))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + fact + " in " + finding(subject)));
    }
}
