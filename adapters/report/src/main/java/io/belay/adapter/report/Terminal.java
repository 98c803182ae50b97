package io.belay.adapter.report;

import io.belay.core.Report;
import io.belay.core.Verdict;
import io.belay.core.fact.Spans;
import java.io.IOException;
import java.io.Writer;
import java.util.stream.Collectors;

/**
 * The report as a table for people: a line per finding, and under those that did not pass the evidence, expected beside
 * observed.
 */
final class Terminal implements Face {
    /** What most terminals and logs show without wrapping, in columns. */
    static final int USUAL_WIDTH = 100;

    /** Columns for an instant and the longest correlation id side by side. */
    private static final int BOTH = 96;

    private final int width;
    private final Paint paint;

    Terminal(int width, Paint paint) {
        this.width = Math.clamp(width, 40, 240);
        this.paint = paint;
    }

    @Override
    public String name() {
        return "text";
    }

    @Override
    public String mediaType() {
        return "text/plain; charset=utf-8";
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        var title = Harmless.line(report.system()) + " · " + Harmless.line(report.environment()) + " · "
                + Harmless.line(report.function());
        out.write(paint.strong(Columns.cut(title, width)));
        out.write("\n\n");
        var table = new TerminalTable(report, width, paint, out);
        for (var finding : report.findings()) {
            table.write(finding);
        }
        out.write(report.findings().isEmpty() ? "  Nothing was measured.\n\n" : "\n");
        out.write(closing(report));
    }

    private String closing(Report report) {
        var counts = Words.WORST_FIRST.stream()
                .filter(verdict -> report.count(verdict) > 0)
                .map(verdict -> count(verdict, report.count(verdict)))
                .collect(Collectors.joining(", "));
        return paint.verdict(report.verdict(), Paint.mark(report.verdict()))
                + (counts.isEmpty() ? "" : "  " + counts)
                + paint.faint(" in " + Spans.shown(report.took()))
                + "\n"
                + paint.faint(report.started() + (width < BOTH ? "\n" : "  ") + report.correlation())
                + "\n";
    }

    private String count(Verdict verdict, long count) {
        return paint.verdict(verdict, Words.count(count) + " " + Words.of(verdict));
    }
}
