package io.belay.runtime.fc.http;

import java.io.IOException;

/** A body in chunks (RFC 9112, 7.1). Extensions and trailer fields are read as strictly as a head, and dropped. */
final class ChunkedBody extends Body {
    private static final String PLACE = "chunk";
    /** Above every limit there can be of it, and far from what overflows. */
    private static final int DIGITS = 8;

    private final Limits limits;
    private boolean first = true;
    private boolean whole;
    private long left;
    private long total;

    ChunkedBody(Pace pace, Limits limits) {
        super(pace);
        this.limits = limits;
    }

    @Override
    boolean whole() {
        return whole;
    }

    @Override
    int take(Pace from, byte[] into, int offset, int length) throws IOException {
        var input = from.next();
        if (left == 0 && !begun(input)) {
            return -1;
        }
        var read = input.read(into, offset, (int) Math.min(length, left));
        if (read < 0) {
            throw early();
        }
        left -= read;
        return read;
    }

    /** Whether another chunk began. */
    private boolean begun(Input input) throws IOException {
        if (!first && !input.line(400, PLACE).isEmpty()) {
            throw new Refused(400, PLACE, "it is longer than was said");
        }
        first = false;
        left = size(input.line(400, PLACE));
        total += left;
        if (total > limits.sizes().body()) {
            throw Framing.tooLong("body", limits);
        }
        if (left == 0) {
            Fields.read(input, limits.sizes());
            whole = true;
        }
        return !whole;
    }

    private static long size(String line) throws Refused {
        var size = 0L;
        var digits = 0;
        while (digits < line.length() && Chars.hex(line.charAt(digits)) >= 0) {
            size = size * 16 + Chars.hex(line.charAt(digits));
            digits++;
            if (digits > DIGITS) {
                throw noSize();
            }
        }
        var extension = line.substring(digits);
        if (digits == 0 || (!extension.isEmpty() && !extension.stripLeading().startsWith(";"))) {
            throw noSize();
        }
        return size;
    }

    private static Refused noSize() {
        return new Refused(400, PLACE, "a size of at most " + DIGITS + " hexadecimal digits is meant");
    }
}
