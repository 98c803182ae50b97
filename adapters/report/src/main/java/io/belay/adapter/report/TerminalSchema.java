package io.belay.adapter.report;

import io.belay.adapter.report.SchemaLine.Sign;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The difference of two schemas in a terminal: a line each where it has room, the old above the new where it has not. */
final class TerminalSchema {
    private static final String MARGIN = " ".repeat(10);
    private static final String DEEPER = " ".repeat(14);

    private final int width;
    private final Paint paint;
    private final Writer out;

    TerminalSchema(int width, Paint paint, Writer out) {
        this.width = width;
        this.paint = paint;
        this.out = out;
    }

    void write(List<SchemaLine> lines) throws IOException {
        var most = (width - MARGIN.length() - 2) / 2;
        var place = lines.stream()
                .mapToInt(line -> Columns.of(line.place()))
                .filter(columns -> columns <= most)
                .max()
                .orElse(0);
        for (var line : lines) {
            write(line, place);
        }
    }

    private void write(SchemaLine line, int place) throws IOException {
        var said = line.said();
        if (said.indexOf('\n') < 0
                && Columns.of(line.place()) <= place
                && MARGIN.length() + 2 + place + 2 + Columns.of(said) <= width) {
            var head = line.sign().mark() + " " + Columns.fit(line.place(), place) + "  ";
            // What is gone or new is read as a whole; of a change the values are what matters.
            out.write(MARGIN
                    + (line.sign() == Sign.CHANGED
                            ? paint.sign(line.sign(), head) + said
                            : paint.sign(line.sign(), (head + said).stripTrailing())));
            out.write("\n");
            return;
        }
        wrapped(MARGIN, line.sign().mark() + " ", line.place(), line.sign());
        if (line.sign() == Sign.CHANGED && !line.was().isEmpty()) {
            var middle = Middle.of(line.was(), line.is());
            wrapped(DEEPER, "- ", middle.was(), Sign.MISSING);
            wrapped(DEEPER, "+ ", middle.is(), Sign.EXTRA);
            return;
        }
        if (!said.isEmpty()) {
            wrapped(DEEPER, "", said, line.sign());
        }
    }

    private void wrapped(String margin, String mark, String text, Sign sign) throws IOException {
        var begin = mark;
        for (var each : Columns.wrapped(text, Math.max(10, width - margin.length() - mark.length()))) {
            out.write(margin + paint.sign(sign, (begin + each).stripTrailing()) + "\n");
            begin = " ".repeat(mark.length());
        }
    }
}
