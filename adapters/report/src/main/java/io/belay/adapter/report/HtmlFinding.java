package io.belay.adapter.report;

import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Verdict;
import io.belay.core.fact.Latencies;
import io.belay.core.fact.Spans;
import java.io.IOException;
import java.time.Duration;

/** One finding on the page: a line that opens upon its evidence. What did not pass is open from the start. */
final class HtmlFinding {
    private static final int MOST_EVIDENCE = 200;

    private final Markup page;
    private final LatencyScale scale;

    HtmlFinding(Markup page, LatencyScale scale) {
        this.page = page;
        this.scale = scale;
    }

    void write(Finding finding) throws IOException {
        page.add("<li class=\"finding {}\"><details", Words.of(finding.verdict()));
        page.add(finding.verdict() == Verdict.PASS ? "><summary>" : " open><summary>");
        head(finding);
        HtmlChart.row(finding, scale, page);
        page.add("<span class=\"took\">{}</span></summary><div class=\"body\">", figure(finding));
        body(finding, "");
        page.add("</div></details></li>\n");
    }

    private static String figure(Finding finding) {
        return finding.samples().isEmpty()
                ? Spans.shown(finding.took())
                : "p95 " + Spans.shown(new Latencies(finding.samples()).percentile(95));
    }

    private void head(Finding finding) throws IOException {
        verdict(finding.verdict());
        page.add("<span class=\"name\">{}", Harmless.line(finding.subject()));
        page.add(" <span class=\"kind\">{}</span></span>", Harmless.line(finding.kind()));
        page.add("<span class=\"why\">{}</span>", Harmless.line(finding.summary()));
    }

    private void verdict(Verdict verdict) throws IOException {
        page.add("<span class=\"chip\">");
        HtmlHead.shape(verdict, page);
        page.add("{}</span>", Words.title(verdict));
    }

    private void body(Finding finding, String within) throws IOException {
        if (!finding.target().isEmpty() && !finding.target().equals(within)) {
            page.add("<p class=\"target\">{}</p>", Harmless.line(finding.target()));
        }
        if (!finding.evidence().isEmpty() && SchemaLine.areOf(finding)) {
            HtmlSchema.write(finding, page);
        } else if (!finding.evidence().isEmpty()) {
            evidence(finding);
        }
        if (!finding.samples().isEmpty()) {
            HtmlChart.spread(new Latencies(finding.samples()), page);
            page.add("<p class=\"note\">Sampled for {} in all.</p>", Spans.shown(finding.took()));
        }
        if (!finding.parts().isEmpty() && Shown.inSteps(finding)) {
            steps(finding);
        } else if (!finding.parts().isEmpty()) {
            parts(finding);
        }
        if (finding.evidence().isEmpty()
                && finding.parts().isEmpty()
                && finding.samples().isEmpty()) {
            page.add("<p class=\"note\">No fact was measured.</p>");
        }
    }

    private void evidence(Finding finding) throws IOException {
        page.add("<table><thead><tr><th scope=\"col\">Fact</th><th scope=\"col\">Expected</th>"
                + "<th scope=\"col\">Observed</th></tr></thead><tbody>");
        for (var each : Shown.evidence(finding, MOST_EVIDENCE)) {
            row(each);
        }
        page.add("</tbody></table>");
        if (finding.evidence().size() > MOST_EVIDENCE) {
            page.add(
                    "<p class=\"note\">{} more facts are in the JSON.</p>",
                    Words.count(finding.evidence().size() - MOST_EVIDENCE));
        }
    }

    private void row(Evidence evidence) throws IOException {
        page.add("<tr class=\"{}\"><th scope=\"row\">", evidence.met() ? "met" : "unmet");
        page.add("{}</th>", Harmless.line(evidence.fact()));
        if (evidence.expected().isEmpty()) {
            page.add("<td class=\"none\"><span class=\"unseen\">nothing</span></td>");
        } else {
            page.add("<td>{}</td>", Harmless.line(evidence.expected().get()));
        }
        var observed = Harmless.block(evidence.observed());
        // A region that scrolls must be reachable without a mouse.
        page.add(observed.length() > 300 ? "<td><div class=\"long\" tabindex=\"0\">{}</div>" : "<td>{}", observed);
        page.add(evidence.met() ? "</td></tr>" : " <span class=\"unseen\">(not as expected)</span></td></tr>");
    }

    private void steps(Finding scenario) throws IOException {
        page.add("<ol class=\"steps\" role=\"list\">");
        var before = Duration.ZERO;
        for (var step : scenario.parts()) {
            begin(step);
            HtmlChart.step(before, step.took(), scenario.took(), page);
            page.add("<span class=\"took\">{}</span></summary><div class=\"body\">", Spans.shown(step.took()));
            body(step, "");
            page.add("</div></details></li>");
            before = before.plus(step.took());
        }
        page.add("</ol>");
    }

    /** They were asked at once: no order, and mostly no time of their own. */
    private void parts(Finding whole) throws IOException {
        page.add("<ul class=\"parts\" role=\"list\">");
        for (var part : whole.parts()) {
            begin(part);
            page.add(
                    "<span class=\"took\">{}</span></summary><div class=\"body\">",
                    Shown.timed(whole, part) ? figure(part) : "");
            body(part, whole.target());
            page.add("</div></details></li>");
        }
        page.add("</ul>");
    }

    private void begin(Finding part) throws IOException {
        page.add("<li class=\"{}\"><details", Words.of(part.verdict()));
        page.add(part.verdict() == Verdict.PASS ? "><summary>" : " open><summary>");
        head(part);
    }
}
