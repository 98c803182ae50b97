package io.belay.adapter.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Report;
import io.belay.core.Verdict;
import io.belay.core.testkit.Programs;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PrometheusTest {
    private static final List<Report> REPORTS =
            List.of(Reports.harbor(), Reports.hostile(), Reports.many(1_000), Reports.report(List.of()));

    private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]++|\\\\[\\\\\"n])*+\"";
    private static final Pattern SERIES =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\{(" + LABEL + "(?:," + LABEL + ")*)} (-?[0-9.]+)");

    @Test
    void theExpositionIsAsRecorded() throws IOException {
        Golden.assertSame("harbor.prom", Faces.PROMETHEUS.text(Reports.harbor()));
    }

    @Test
    void everyLineKeepsTheFormatAndNoSeriesStandsTwice() {
        for (var report : REPORTS) {
            var seen = new HashSet<String>();
            var typed = new HashSet<String>();
            var current = "";
            for (var line : Faces.PROMETHEUS.text(report).split("\n", -1)) {
                if (line.startsWith("# TYPE ")) {
                    current = line.split(" ", -1)[2];
                    assertThat(typed.add(current)).as(line).isTrue();
                } else if (!line.isEmpty() && !line.startsWith("# HELP ")) {
                    var series = SERIES.matcher(line);
                    assertThat(series.matches()).as(line).isTrue();
                    assertThat(series.group(1)).startsWith(current);
                    assertThat(seen.add(series.group(1) + series.group(2)))
                            .as(line)
                            .isTrue();
                }
            }
            assertThat(seen).hasSizeGreaterThanOrEqualTo(10);
        }
    }

    @Test
    void ofTwoAlikeTheWorseIsKept() {
        var report = Reports.report(List.of(
                Reports.finding("api", "http", "a", Verdict.PASS, "", Duration.ZERO),
                Reports.finding("api", "http", "b", Verdict.FAIL, "", Duration.ZERO),
                Reports.finding("api", "http", "c", Verdict.WARN, "", Duration.ZERO)));

        assertThat(Faces.PROMETHEUS.text(report))
                .containsOnlyOnce(
                        "belay_finding_verdict{system=\"harbor\",environment=\"prod\",function=\"health\",subject=\"api\","
                                + "kind=\"http\",verdict=\"fail\"} 1\n");
    }

    @Test
    void promtoolFindsNothingToMend() throws Exception {
        var promtool = Programs.path("promtool", "prometheus");
        for (var report : REPORTS) {
            var process = new ProcessBuilder(promtool.toString(), "check", "metrics")
                    .redirectErrorStream(true)
                    .start();
            try (var in = process.getOutputStream()) {
                Faces.PROMETHEUS.write(report, in);
            }

            var said = new String(process.getInputStream().readAllBytes(), UTF_8);

            assertThat(process.waitFor()).as(said).isZero();
            assertThat(said).isEmpty();
        }
    }
}
