package io.belay.adapter.report;

import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Report;
import io.belay.core.Verdict;
import io.belay.core.fact.Spans;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;

/** The table's lines. Columns are as wide as the widest of their texts, within what the terminal has. */
final class TerminalTable {
    private static final int MARK = 12;
    private static final int TIME = 7;
    private static final int STEP = 2;
    private static final int NARROW = 72;
    private static final int MOST_EVIDENCE = 500;

    private final Report report;
    private final int width;
    private final Paint paint;
    private final Writer out;
    private final int name;
    private final int kind;
    private final TerminalSchema schema;
    private boolean apart;

    TerminalTable(Report report, int width, Paint paint, Writer out) {
        this.report = report;
        this.width = width;
        this.paint = paint;
        this.out = out;
        this.schema = new TerminalSchema(width, paint, out);
        var widestKind = widest(report.findings().stream().flatMap(TerminalTable::kinds), 12);
        this.kind = width < NARROW ? 0 : widestKind + 2;
        this.name =
                widest(report.findings().stream().flatMap(TerminalTable::names), Math.min(width * 3 / 10, width - 30))
                        + 2;
    }

    void write(Finding finding) throws IOException {
        write(finding, 0, "", true);
    }

    private void write(Finding finding, int depth, String within, boolean timed) throws IOException {
        if (apart) {
            out.write("\n");
            apart = false;
        }
        row(finding, Math.min(depth, 4) * STEP, timed);
        if (Shown.inFull(report, finding)) {
            reasons(finding, within);
            apart = finding.parts().isEmpty();
        } else if (Shown.telling(report)) {
            summary(finding);
        }
        for (var part : finding.parts()) {
            write(part, depth + 1, finding.target(), Shown.timed(finding, part));
        }
    }

    private void row(Finding finding, int indent, boolean timed) throws IOException {
        var mark = paint.verdict(finding.verdict(), Columns.fit("  " + Paint.mark(finding.verdict()), MARK));
        var subject = Columns.fit(
                " ".repeat(indent) + Columns.cut(Harmless.line(finding.subject()), name - indent - 2), name);
        var asked = kind == 0
                ? ""
                : paint.faint(Columns.fit(Columns.cut(Harmless.line(Moments.kind(finding)), kind - 2), kind));
        var summary = Columns.fit(Harmless.line(finding.summary()), summaryWidth());
        var took = timed ? Columns.cut(Spans.shown(finding.took()), TIME) : "";
        line(mark, subject, asked, summary, " ".repeat(TIME + 1 - Columns.of(took)), paint.faint(took));
    }

    private int summaryWidth() {
        return Math.max(8, width - MARK - name - kind - TIME - 1);
    }

    /** What the row had no room for: the target, a long summary, and the evidence. */
    private void reasons(Finding finding, String within) throws IOException {
        summary(finding);
        var target = Harmless.line(finding.target());
        if (!target.isEmpty() && !finding.target().equals(within)) {
            line(" ".repeat(MARK), paint.faint(Columns.cut(target, width - MARK)));
        }
        var evidence = Shown.evidence(finding, MOST_EVIDENCE);
        if (SchemaLine.areOf(finding)) {
            schema.write(evidence.stream().map(SchemaLine::of).toList());
        } else {
            var fact = widest(evidence.stream().map(Evidence::fact), Math.max(24, width / 3)) + 2;
            for (var each : evidence) {
                evidence(each, fact);
            }
        }
        var more = finding.evidence().size() - evidence.size();
        if (more > 0) {
            line(" ".repeat(MARK), paint.faint(Words.count(more) + " more in the JSON"));
        }
    }

    private void summary(Finding finding) throws IOException {
        var summary = Harmless.line(finding.summary());
        if (Columns.of(summary) > summaryWidth()) {
            paragraph(summary);
        }
    }

    private void evidence(Evidence evidence, int fact) throws IOException {
        var named = Harmless.line(evidence.fact());
        var fits = Columns.of(named) <= fact - 2;
        // It may name a migration or a column, of which half says nothing.
        var head = " ".repeat(MARK - 2)
                + (evidence.met() ? "  " : paint.verdict(Verdict.FAIL, "✗ "))
                + (fits ? Columns.fit(named, fact) : Columns.cut(named, width - MARK));
        var observed = Harmless.block(evidence.observed());
        var expected = evidence.expected().map(Harmless::line);
        var noted = Shown.telling(report) ? "" : "observed ";
        var pair = expected.map(text -> "expected " + text + "   observed ").orElse(noted);
        if (fits && observed.indexOf('\n') < 0 && MARK + fact + Columns.of(pair) + Columns.of(observed) <= width) {
            line(
                    head,
                    expected.map(text -> paint.faint("expected ") + text + paint.faint("   observed "))
                            .orElse(paint.faint(noted)),
                    strongUnlessMet(evidence, observed));
            return;
        }
        line(head.stripTrailing());
        for (var text : expected.stream().toList()) {
            labelled("expected ", text);
        }
        labelled(expected.isPresent() ? "observed " : noted, observed);
    }

    private String strongUnlessMet(Evidence evidence, String text) {
        return evidence.met() ? text : paint.strong(text);
    }

    private void labelled(String label, String text) throws IOException {
        var margin = MARK + 2 + label.length();
        var first = true;
        for (var each : Columns.wrapped(text, Math.max(10, width - margin))) {
            line(" ".repeat(MARK + 2), first ? paint.faint(label) : " ".repeat(label.length()), each);
            first = false;
        }
    }

    private void paragraph(String text) throws IOException {
        for (var each : Columns.wrapped(text, width - MARK)) {
            line(" ".repeat(MARK), each);
        }
    }

    private void line(String... texts) throws IOException {
        out.write(String.join("", List.of(texts)).stripTrailing());
        out.write("\n");
    }

    private static Stream<String> names(Finding finding) {
        return Stream.concat(
                Stream.of(finding.subject()),
                finding.parts().stream().flatMap(TerminalTable::names).map(part -> "  " + part));
    }

    private static Stream<String> kinds(Finding finding) {
        return Stream.concat(
                Stream.of(Moments.kind(finding)), finding.parts().stream().flatMap(TerminalTable::kinds));
    }

    private static int widest(Stream<String> texts, int most) {
        return texts.mapToInt(text -> Columns.of(Harmless.line(text)))
                .map(columns -> Math.clamp(columns, 4, most))
                .max()
                .orElse(4);
    }
}
