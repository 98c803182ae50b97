package io.belay.adapter.report;

import io.belay.adapter.report.SchemaLine.Sign;
import io.belay.core.Finding;
import java.io.IOException;
import java.util.List;

/** The difference of two schemas on the page: how many of each sort, then a line each, old beside new. */
final class HtmlSchema {
    private static final int MOST = 2_000;

    private HtmlSchema() {}

    static void write(Finding finding, Markup page) throws IOException {
        var lines = Shown.evidence(finding, MOST).stream().map(SchemaLine::of).toList();
        tally(finding.evidence().stream().map(SchemaLine::of).toList(), page);
        page.add("<ul class=\"schema\" role=\"list\">");
        for (var line : lines) {
            line(line, page);
        }
        page.add("</ul>");
        var more = finding.evidence().size() - lines.size();
        if (more > 0) {
            page.add("<p class=\"note\">{} more in the JSON.</p>", Words.count(more));
        }
    }

    private static void tally(List<SchemaLine> lines, Markup page) throws IOException {
        page.add("<p class=\"tally\">");
        for (var sign : Sign.values()) {
            var count = lines.stream().filter(line -> line.sign() == sign).count();
            if (count > 0) {
                page.add(
                        "<span class=\"{}\"><span aria-hidden=\"true\">{}</span> {} {}</span> ",
                        sign.style(),
                        sign.mark(),
                        Words.count(count),
                        sign.word());
            }
        }
        page.add("</p>");
    }

    private static void line(SchemaLine line, Markup page) throws IOException {
        page.add(
                "<li class=\"{}\"><span class=\"sign\" aria-hidden=\"true\">{}</span>",
                line.sign().style(),
                line.sign().mark());
        page.add(
                "<span class=\"place\">{} <span class=\"unseen\">{}:</span></span>",
                line.place(),
                line.sign().word());
        page.add("<span class=\"said\">");
        switch (line.sign()) {
            case CHANGED -> {
                if (line.was().isEmpty()) {
                    page.add("{}", line.is());
                    break;
                }
                var middle = Middle.of(line.was(), line.is());
                page.add("<del>{}</del> <span class=\"to\">→</span> <ins>{}</ins>", middle.was(), middle.is());
            }
            case MISSING -> {
                page.add("<del>{}</del>", line.was());
                page.add(line.is().isEmpty() ? "{}" : " <span class=\"hint\">{}</span>", line.is());
            }
            case EXTRA -> page.add("<ins>{}</ins>", line.is());
            case UNREAD, NOTED -> page.add("{}", line.said());
        }
        page.add("</span></li>\n");
    }
}
