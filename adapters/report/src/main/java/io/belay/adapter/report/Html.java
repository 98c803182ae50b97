package io.belay.adapter.report;

import io.belay.core.Finding;
import io.belay.core.Report;
import io.belay.core.Verdict;
import io.belay.core.fact.Spans;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The report as one page that needs nothing else: no script, no request, its style allowed by its hash alone. Worst
 * findings first; filters are radio buttons that the style acts upon.
 */
final class Html implements Face {
    /** More would make a page that a phone cannot hold. The worst are kept. */
    static final int MOST_FINDINGS = 2_000;

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    @Override
    public String name() {
        return "html";
    }

    @Override
    public String mediaType() {
        return "text/html; charset=utf-8";
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        var page = new Markup(out);
        HtmlHead.write(report, out);
        page.add("<body class=\"{}\">\n", Words.of(report.verdict()));
        top(report, page);
        page.add("<main>\n");
        HtmlTimeline.write(report, page);
        if (!report.findings().isEmpty()) {
            filters(report, page);
            findings(report, page);
        }
        page.add(
                "</main>\n<footer><p>Belay {} of {}.",
                Harmless.line(report.function()),
                Harmless.line(report.system()));
        page.add(" Times are UTC.</p></footer>\n</body>\n</html>\n");
    }

    private static void top(Report report, Markup page) throws IOException {
        page.add("<header>\n<p class=\"who\"><strong>{}</strong>", Harmless.line(report.system()));
        page.add(" <span>{}</span>", Harmless.line(report.environment()));
        page.add(" <span>{}</span></p>\n", Harmless.line(report.function()));
        page.add("<h1>");
        HtmlHead.shape(report.verdict(), page);
        page.add("{}</h1>\n", Words.title(report.verdict()));
        page.add("<p class=\"lede\">{}</p>\n", lede(report));
        shares(report, page);
        page.add("<dl>\n<div><dt>Started</dt><dd><time datetime=\"{}\">", report.started());
        page.add("{}</time></dd></div>\n", WHEN.format(report.started()));
        page.add("<div><dt>Took</dt><dd>{}</dd></div>\n", Spans.shown(report.took()));
        page.add("<div><dt>Correlation</dt><dd class=\"mono\">{}</dd></div>\n</dl>\n</header>\n", report.correlation());
    }

    private static String lede(Report report) {
        var all = report.findings().size();
        if (all == 0) {
            return "Nothing was measured.";
        }
        if (report.count(Verdict.PASS) == all) {
            return all == 1 ? "The one finding passed." : "All " + Words.count(all) + " findings passed.";
        }
        return Words.WORST_FIRST.stream()
                .filter(verdict -> report.count(verdict) > 0)
                .map(verdict -> Words.count(report.count(verdict)) + " " + said(verdict))
                .collect(Collectors.joining(", ", "", "."));
    }

    private static String said(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "passed";
            case WARN -> "warned";
            case UNKNOWN -> "unknown";
            case FAIL -> "failed";
        };
    }

    /** The counts as one bar. The words and figures stand beside it, in the filters. */
    private static void shares(Report report, Markup page) throws IOException {
        page.add("<svg class=\"shares\" aria-hidden=\"true\">");
        var from = 0.0;
        for (var verdict : Words.WORST_FIRST) {
            var share = 100.0
                    * report.count(verdict)
                    / Math.max(1, report.findings().size());
            page.add(
                    "<rect class=\"{}\" x=\"{}\" width=\"{}\" height=\"100%\"/>",
                    Words.of(verdict), LatencyScale.percent(from), LatencyScale.percent(share));
            from += share;
        }
        page.add("</svg>\n");
    }

    private static void filters(Report report, Markup page) throws IOException {
        page.add("<fieldset><legend class=\"unseen\">Show</legend>\n");
        page.add(
                "<label><input type=\"radio\" name=\"show\" id=\"show-all\" checked>"
                        + "<span>All <b>{}</b></span></label>\n",
                Words.count(report.findings().size()));
        for (var verdict : Words.WORST_FIRST) {
            var word = Words.of(verdict);
            page.add("<label class=\"{}\"><input type=\"radio\" name=\"show\" id=\"show-{}\"", word, word);
            page.add(report.count(verdict) == 0 ? " disabled>" : ">");
            page.add("<span>");
            HtmlHead.shape(verdict, page);
            page.add("{} <b>{}</b></span></label>\n", Words.title(verdict), Words.count(report.count(verdict)));
        }
        page.add("</fieldset>\n");
    }

    private static void findings(Report report, Markup page) throws IOException {
        var shown = report.findings().stream()
                .sorted(Comparator.comparing(Finding::verdict).reversed())
                .limit(MOST_FINDINGS)
                .toList();
        var scale = LatencyScale.of(shown);
        page.add("<h2 class=\"unseen\">Findings, worst first</h2>\n<div class=\"scale\" aria-hidden=\"true\"><svg>");
        for (var tick : scale.ticks()) {
            page.add("<text x=\"{}\" y=\"11\">{}</text>", scale.place(tick), Spans.shown(tick));
        }
        page.add("</svg></div>\n<ol class=\"findings\" role=\"list\">\n");
        var finding = new HtmlFinding(page, scale);
        for (var each : shown) {
            finding.write(each);
        }
        page.add("</ol>\n<p class=\"note\">Bars share one logarithmic scale, {}", scale.shown());
        page.add(
                shown.stream().allMatch(each -> each.samples().isEmpty())
                        ? ".</p>\n"
                        : "; where something was sampled each sample is a stroke.</p>\n");
        if (report.findings().size() > shown.size()) {
            page.add(
                    "<p class=\"note more\">{} more findings are in the JSON: this page holds the worst {}.</p>\n",
                    Words.count(report.findings().size() - shown.size()),
                    Words.count(shown.size()));
        }
    }
}
