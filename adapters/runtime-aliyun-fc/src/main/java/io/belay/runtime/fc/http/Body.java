package io.belay.runtime.fc.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** A request's body. To close it does nothing: the connection is the server's. Of one thread. */
abstract sealed class Body extends InputStream permits SizedBody, ChunkedBody {
    /** Enough to read a body that nobody wants with few calls. */
    private static final int DROPPED = 8 * 1024;

    private final Pace pace;

    Body(Pace pace) {
        this.pace = pace;
    }

    /** Whether it was read to its end. */
    abstract boolean whole();

    /** Some of its next bytes; below zero where there are none. */
    abstract int take(Pace from, byte[] into, int offset, int length) throws IOException;

    @Override
    public final int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        return whole() ? -1 : take(pace, into, offset, length);
    }

    @Override
    public final int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** Whether what is left of it may never come: its sender waits to be told. */
    final boolean withheld() {
        return !whole() && pace.awaited();
    }

    /** Reads and drops what is left of it, so that the next request is found. */
    final void drain() throws IOException {
        if (whole()) {
            return;
        }
        var dropped = new byte[DROPPED];
        for (var read = 0; read >= 0; ) {
            read = read(dropped, 0, dropped.length);
        }
    }

    static Refused early() {
        return new Refused(400, "body", "it ended early");
    }
}
