package io.belay.adapter.report;

import static io.belay.adapter.report.LatencyScale.percent;

import io.belay.core.Finding;
import io.belay.core.fact.Latencies;
import io.belay.core.fact.Spans;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Draws latency as inline SVG. Places are in percent, so that a drawing is as wide as its page and its letters stay sharp. */
final class HtmlChart {
    private static final int BINS = 48;
    private static final int MOST_STROKES = 200;
    private static final int TALLEST = 56;
    private static final int FLOOR = 100;

    private HtmlChart() {}

    /** One finding on the shared scale: a bar for how long it took, or a stroke for each of its samples. */
    static void row(Finding finding, LatencyScale scale, Markup page) throws IOException {
        page.add("<svg class=\"bar\" aria-hidden=\"true\">");
        for (var tick : scale.ticks()) {
            page.add("<rect class=\"tick\" x=\"{}\" y=\"0\" width=\"1\" height=\"100%\"/>", scale.place(tick));
        }
        if (finding.samples().isEmpty()) {
            page.add("<rect class=\"track\" y=\"6\" width=\"100%\" height=\"4\" rx=\"2\"/>");
            page.add("<rect class=\"span\" y=\"6\" width=\"{}\" height=\"4\" rx=\"2\"/>", scale.place(finding.took()));
        }
        for (var sample : finding.samples().stream().limit(MOST_STROKES).toList()) {
            page.add("<rect class=\"stroke\" x=\"{}\" y=\"2\" width=\"2\" height=\"12\"/>", scale.place(sample));
        }
        page.add("</svg>");
    }

    /** One step of a scenario, from when it began to when it ended. */
    static void step(Duration before, Duration took, Duration whole, Markup page) throws IOException {
        var all = Math.max(1e-6, LatencyScale.millis(whole));
        var from = 100 * Math.min(1, LatencyScale.millis(before) / all);
        var width = Math.min(100 - from, Math.max(0.8, 100 * LatencyScale.millis(took) / all));
        page.add(
                "<svg class=\"bar\" aria-hidden=\"true\"><rect class=\"track\" y=\"6\" width=\"100%\" height=\"4\" rx=\"2\"/>");
        page.add(
                "<rect class=\"span\" x=\"{}\" y=\"6\" width=\"{}\" height=\"4\" rx=\"2\"/></svg>",
                percent(from),
                percent(width));
    }

    /** How samples are spread, with the percentiles that people ask for. */
    static void spread(Latencies samples, Markup page) throws IOException {
        var low = LatencyScale.millis(samples.sorted().getFirst());
        var high = LatencyScale.millis(samples.sorted().getLast());
        var breadth = Math.max(high - low, 1e-6);
        var bins = bins(samples, low, breadth);
        var fullest = 1;
        for (var bin : bins) {
            fullest = Math.max(fullest, bin);
        }
        page.add(
                "<figure><svg class=\"spread\" role=\"img\" aria-label=\"{} samples: p50 {}, p95 {}, p99 {}\">",
                samples.count(),
                Spans.shown(samples.percentile(50)),
                Spans.shown(samples.percentile(95)),
                Spans.shown(samples.percentile(99)));
        for (int i = 0; i < BINS; i++) {
            if (bins[i] > 0) {
                var height = Math.max(2, bins[i] * TALLEST / fullest);
                page.add(
                        "<rect class=\"bin\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
                        percent(100.0 * i / BINS),
                        FLOOR - height,
                        percent(86.0 / BINS),
                        height);
            }
        }
        page.add("<rect class=\"axis\" x=\"0\" y=\"{}\" width=\"100%\" height=\"1\"/>", FLOOR);
        var row = 0;
        for (var percent : List.of(50, 95, 99)) {
            var place = 100 * (LatencyScale.millis(samples.percentile(percent)) - low) / breadth;
            mark("p" + percent, samples.percentile(percent), place, 11 + 14 * row++, page);
        }
        page.add(
                "</svg><figcaption><span>{}</span>",
                Spans.shown(samples.sorted().getFirst()));
        page.add("<span>{} samples</span>", samples.count());
        page.add(
                "<span>{}</span></figcaption></figure>",
                Spans.shown(samples.sorted().getLast()));
    }

    /** A percentile's line. Names stand at three heights, so that near ones do not cover each other. */
    private static void mark(String name, Duration value, double place, int height, Markup page) throws IOException {
        page.add(
                "<rect class=\"mark\" x=\"{}\" y=\"{}\" width=\"1\" height=\"{}\"/>",
                percent(Math.min(place, 99.7)),
                height - 9,
                FLOOR - height + 9);
        var right = place > 70;
        page.add(
                "<text x=\"{}\" y=\"{}\" dx=\"{}\" text-anchor=\"{}\">{} {}</text>",
                percent(place),
                height,
                right ? -6 : 6,
                right ? "end" : "start",
                name,
                Spans.shown(value));
    }

    private static int[] bins(Latencies samples, double low, double breadth) {
        var bins = new int[BINS];
        for (var sample : samples.sorted()) {
            bins[(int) Math.min(BINS - 1, BINS * (LatencyScale.millis(sample) - low) / breadth)]++;
        }
        return bins;
    }
}
