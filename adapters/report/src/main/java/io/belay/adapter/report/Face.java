package io.belay.adapter.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.core.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;

/** A way of showing a report. The same report gives the same text, byte for byte. May be used by many threads at once. */
public interface Face {
    /** How the command line calls it: {@code json}, {@code html}. */
    String name();

    /** What an HTTP answer says it is, charset included. */
    String mediaType();

    /**
     * Writes {@code report}; neither flushes nor closes {@code out}.
     *
     * @throws IOException as {@code out} does
     */
    void write(Report report, Writer out) throws IOException;

    /** Writes {@code report} in UTF-8 and flushes; does not close {@code out}. */
    default void write(Report report, OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, UTF_8);
        write(report, writer);
        writer.flush();
    }

    /** {@code report} as a text. */
    default String text(Report report) {
        var out = new StringWriter();
        try {
            write(report, out);
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter does not throw", e);
        }
        return out.toString();
    }
}
