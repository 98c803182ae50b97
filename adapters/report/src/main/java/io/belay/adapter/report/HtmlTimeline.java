package io.belay.adapter.report;

import io.belay.core.Finding;
import io.belay.core.Report;
import io.belay.core.fact.Spans;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What happened, moment by moment, above all else on the page: the first thing that is asked the morning after. Each moment
 * stands at its time; what lies between the first and the last of the run is drawn to scale.
 */
final class HtmlTimeline {
    private static final String KIND = "timeline";
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private HtmlTimeline() {}

    private record Moment(Finding finding, Instant at) {}

    static boolean is(Finding finding) {
        return finding.kind().equals(KIND);
    }

    /** Draws the timeline of {@code report}; nothing where it has none. */
    static void write(Report report, Markup page) throws IOException {
        for (var each : report.findings()) {
            var moments = is(each) ? moments(each) : List.<Moment>of();
            if (!moments.isEmpty()) {
                page.add("<section class=\"timeline\"><h2>What happened</h2>\n<ol role=\"list\">\n");
                draw(report.started(), moments, page);
                page.add("</ol></section>\n");
            }
        }
    }

    private static List<Moment> moments(Finding timeline) {
        return timeline.parts().stream()
                .flatMap(part -> Moments.at(part).map(at -> new Moment(part, at)).stream())
                .toList();
    }

    private static void draw(Instant started, List<Moment> moments, Markup page) throws IOException {
        var whole = Duration.between(started, moments.getLast().at());
        for (int at = 0; at < moments.size(); at++) {
            var moment = moments.get(at);
            var next = at + 1 < moments.size() ? moments.get(at + 1).at() : moment.at();
            page.add(
                    "<li class=\"{}\"><time datetime=\"{}\">",
                    Words.of(moment.finding().verdict()),
                    moment.at());
            page.add("{}</time><span class=\"took\">{}</span>", WHEN.format(moment.at()), after(started, moment.at()));
            page.add(
                    "<span class=\"what\"><b>{}</b>",
                    Harmless.line(moment.finding().subject()));
            page.add(
                    " <span class=\"why\">{}</span></span>",
                    Harmless.line(moment.finding().summary()));
            if (moment.at().isBefore(started)) {
                page.add("<span></span></li>\n");
            } else {
                HtmlChart.step(
                        Duration.between(started, moment.at()), Duration.between(moment.at(), next), whole, page);
                page.add("</li>\n");
            }
        }
    }

    private static String after(Instant started, Instant at) {
        var span = Duration.between(started, at);
        return span.isNegative() ? "−" + Spans.shown(span.negated()) : "+" + Spans.shown(span);
    }
}
