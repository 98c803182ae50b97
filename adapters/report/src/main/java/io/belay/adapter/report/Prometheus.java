package io.belay.adapter.report;

import io.belay.core.Finding;
import io.belay.core.Report;
import io.belay.core.Verdict;
import io.belay.core.fact.Latencies;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The report in Prometheus' text exposition format, version 0.0.4. A verdict is a state set: one series per word, of which
 * the one that applies is 1, so that no series goes stale when a verdict changes.
 */
final class Prometheus implements Face {
    private static final int LONGEST_LABEL = 200;
    private static final List<Integer> PERCENTILES = List.of(50, 95, 99);

    @Override
    public String name() {
        return "prometheus";
    }

    @Override
    public String mediaType() {
        return "text/plain; version=0.0.4; charset=utf-8";
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        var run = label("system", report.system())
                + "," + label("environment", report.environment())
                + "," + label("function", report.function());
        var findings = distinct(report.findings());

        head(out, "belay_verdict", "gauge", "The run's verdict: 1 for the word that applies.");
        states(out, "belay_verdict", run, report.verdict());
        head(out, "belay_findings", "gauge", "Findings of the run by verdict.");
        for (var verdict : Words.WORST_FIRST) {
            series(out, "belay_findings", run + "," + label("verdict", Words.of(verdict)), report.count(verdict) + "");
        }
        head(out, "belay_run_timestamp_seconds", "gauge", "When the run began, since the epoch.");
        series(out, "belay_run_timestamp_seconds", run, Words.seconds(sinceEpoch(report)));
        head(out, "belay_run_duration_seconds", "gauge", "How long the run lasted.");
        series(out, "belay_run_duration_seconds", run, Words.seconds(report.took()));
        if (findings.isEmpty()) {
            return;
        }
        head(out, "belay_finding_verdict", "gauge", "The finding's verdict: 1 for the word that applies.");
        for (var each : findings.entrySet()) {
            states(
                    out,
                    "belay_finding_verdict",
                    run + "," + each.getKey(),
                    each.getValue().verdict());
        }
        head(out, "belay_finding_duration_seconds", "gauge", "How long the finding took, waits included.");
        for (var each : findings.entrySet()) {
            var took = Words.seconds(each.getValue().took());
            series(out, "belay_finding_duration_seconds", run + "," + each.getKey(), took);
        }
        latencies(out, "belay_finding_latency_seconds", run, findings);
        parts(out, run, report);
    }

    /** Steps of scenarios, and parts of databases. */
    private static void parts(Writer out, String run, Report report) throws IOException {
        var parts = partsOf(report.findings());
        if (parts.isEmpty()) {
            return;
        }
        head(out, "belay_part_verdict", "gauge", "The verdict on a finding's part: 1 for the word that applies.");
        for (var each : parts.entrySet()) {
            states(
                    out,
                    "belay_part_verdict",
                    run + "," + each.getKey(),
                    each.getValue().verdict());
        }
        head(out, "belay_part_unmet", "gauge", "How many facts of the part are not as expected.");
        for (var each : parts.entrySet()) {
            var unmet = each.getValue().evidence().stream()
                    .filter(fact -> !fact.met())
                    .count();
            series(out, "belay_part_unmet", run + "," + each.getKey(), unmet + "");
        }
        latencies(out, "belay_part_latency_seconds", run, parts);
    }

    private static void latencies(Writer out, String name, String run, Map<String, Finding> findings)
            throws IOException {
        var sampled = findings.entrySet().stream()
                .filter(each -> !each.getValue().samples().isEmpty())
                .toList();
        if (sampled.isEmpty()) {
            return;
        }
        head(out, name, "summary", "Latency of the samples that this run took.");
        for (var each : sampled) {
            var labels = run + "," + each.getKey();
            var samples = new Latencies(each.getValue().samples());
            for (var percent : PERCENTILES) {
                var quantile = percent == 50 ? "0.5" : "0." + percent;
                series(
                        out,
                        name,
                        labels + "," + label("quantile", quantile),
                        Words.seconds(samples.percentile(percent)));
            }
            series(out, name + "_sum", labels, Words.seconds(samples.sum()));
            series(out, name + "_count", labels, samples.count() + "");
        }
    }

    /** Findings by their labels. A series may stand but once: of two alike, the worse is kept. */
    private static Map<String, Finding> distinct(Collection<Finding> findings) {
        var distinct = new LinkedHashMap<String, Finding>();
        for (var finding : findings) {
            put(distinct, labels(finding), finding);
        }
        return distinct;
    }

    private static Map<String, Finding> partsOf(Collection<Finding> findings) {
        var distinct = new LinkedHashMap<String, Finding>();
        for (var finding : findings) {
            for (var part : finding.parts()) {
                put(
                        distinct,
                        labels(finding) + "," + label("part", part.subject()) + "," + label("part_kind", part.kind()),
                        part);
            }
        }
        return distinct;
    }

    private static String labels(Finding finding) {
        return label("subject", finding.subject()) + "," + label("kind", finding.kind());
    }

    private static void put(Map<String, Finding> distinct, String labels, Finding finding) {
        distinct.merge(labels, finding, (one, other) -> other.verdict().compareTo(one.verdict()) > 0 ? other : one);
    }

    private static Duration sinceEpoch(Report report) {
        return Duration.between(Instant.EPOCH, report.started());
    }

    private static void states(Writer out, String name, String labels, Verdict state) throws IOException {
        for (var verdict : Words.WORST_FIRST) {
            series(out, name, labels + "," + label("verdict", Words.of(verdict)), verdict == state ? "1" : "0");
        }
    }

    private static void head(Writer out, String name, String type, String help) throws IOException {
        out.write("# HELP " + name + " " + help + "\n# TYPE " + name + " " + type + "\n");
    }

    private static void series(Writer out, String name, String labels, String value) throws IOException {
        out.write(name + "{" + labels + "} " + value + "\n");
    }

    private static String label(String name, String value) {
        var shown = Harmless.line(Harmless.cut(value, LONGEST_LABEL));
        return name + "=\"" + shown.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
