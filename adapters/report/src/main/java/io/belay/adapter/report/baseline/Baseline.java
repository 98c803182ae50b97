package io.belay.adapter.report.baseline;

import io.belay.core.schema.Picture;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;

/**
 * A picture of a schema as a file, to be kept beside the migrations. Its order is fixed and each column, index and the like
 * has a line of its own, so that two of them compare well line by line.
 *
 * <p>Within {@value #VERSION} keys may be added, and none is renamed or dropped; unlike a report, a key that is not known is
 * refused: to pass over what a later version recorded would be to compare without it.
 */
public final class Baseline {
    /** The first key's value: what a reader checks before it reads on. */
    public static final String VERSION = "baseline/1";

    /** How long a file may be, in characters. */
    public static final int MOST = 64 * 1_024 * 1_024;

    private Baseline() {}

    /** Writes {@code picture}. The caller closes {@code out}. */
    public static void write(Picture picture, Writer out) throws IOException {
        new BaselineWriter(out).write(picture);
    }

    /**
     * The picture in {@code in}, which the caller closes.
     *
     * @throws IllegalArgumentException where it is none, with the line, the place and what was meant
     * @throws IOException where it could not be read
     */
    public static Picture read(Reader in) throws IOException {
        return BaselineReader.read(in);
    }
}
