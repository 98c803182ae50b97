package io.belay.adapter.report;

import static java.util.Objects.requireNonNull;

import io.belay.core.Finding;
import io.belay.core.Progress;
import io.belay.core.Verdict;
import io.belay.core.fact.Spans;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/**
 * Says how far a run is while it runs: on a terminal one line, written anew; elsewhere a line now and then. Belongs on the
 * error stream, so that it never mixes with a report. May be told things by many threads at once; never throws for a
 * stream that is broken.
 */
public final class ProgressLine implements Progress {
    private static final Duration REDRAW = Duration.ofMillis(80);
    private static final Duration SPARSE = Duration.ofSeconds(10);
    private static final String CLEAR = "\r\u001b[2K";

    private final PrintStream out;
    private final InstantSource time;
    private final int width;
    private final Paint paint;
    private final Duration between;
    private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    private Instant begun;
    private Instant shown;
    private int total;
    private int done;

    private ProgressLine(PrintStream out, InstantSource time, int width, Paint paint, Duration between) {
        this.out = requireNonNull(out, "out");
        this.time = requireNonNull(time, "time");
        this.width = width;
        this.paint = paint;
        this.between = between;
        this.begun = time.instant();
        this.shown = begun;
    }

    /** For a terminal of {@code width} columns: one line of status, gone when the run is over. */
    public static ProgressLine onTerminal(PrintStream out, InstantSource time, int width) {
        return new ProgressLine(out, time, Math.clamp(width, 40, 240), Paint.ANSI, REDRAW);
    }

    /** For a log: a plain line every ten seconds, none for a run shorter than that. */
    public static ProgressLine inLog(PrintStream out, InstantSource time) {
        return new ProgressLine(out, time, Terminal.USUAL_WIDTH, Paint.PLAIN, SPARSE);
    }

    @Override
    public synchronized void started(int total) {
        this.total = total;
        done = 0;
        counts.clear();
        begun = time.instant();
        shown = begun;
        if (paint == Paint.ANSI) {
            show("");
        }
    }

    @Override
    public synchronized void finished(Finding finding) {
        done++;
        counts.merge(finding.verdict(), 1, Integer::sum);
        if (Duration.between(shown, time.instant()).compareTo(between) >= 0) {
            show(finding.subject());
        }
    }

    /** Time goes on, and nothing was found meanwhile. */
    public synchronized void tick() {
        if (total > 0 && Duration.between(shown, time.instant()).compareTo(between) >= 0) {
            show("");
        }
    }

    /** The run is over; on a terminal the line is wiped for the report to follow. */
    public synchronized void over() {
        // A last tick must not write into what follows.
        total = 0;
        if (paint == Paint.ANSI) {
            out.print(CLEAR);
            out.flush();
        }
    }

    private void show(String subject) {
        shown = time.instant();
        var line = new StringBuilder("  " + done + " of " + total);
        for (var verdict : Words.WORST_FIRST) {
            if (verdict != Verdict.PASS && counts.containsKey(verdict)) {
                line.append(", ").append(counts.get(verdict)).append(' ').append(Words.of(verdict));
            }
        }
        line.append(" · ").append(Spans.shown(Duration.between(begun, shown)));
        if (!subject.isEmpty()) {
            line.append(" · ").append(Harmless.line(subject));
        }
        // One column is left free: a full line wraps on some terminals, and could then not be written anew.
        var cut = Columns.cut(line.toString(), width - 1);
        out.print(paint == Paint.ANSI ? CLEAR + paint.faint(cut) : cut.strip() + "\n");
        out.flush();
    }
}
