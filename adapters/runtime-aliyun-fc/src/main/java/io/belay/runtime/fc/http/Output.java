package io.belay.runtime.fc.http;

import java.io.IOException;
import java.io.OutputStream;

/** What goes out on a connection. Of one thread; whether it is stuck, any may ask. */
final class Output {
    private static final int PIECE = 64 * 1024;

    private final OutputStream out;
    /** When the writing of a piece began; zero where none is written. */
    private volatile long since;

    Output(OutputStream out) {
        this.out = out;
    }

    void write(byte[] bytes) throws IOException {
        for (var from = 0; from < bytes.length; from += PIECE) {
            since = System.nanoTime() | 1;
            out.write(bytes, from, Math.min(PIECE, bytes.length - from));
        }
        since = 0;
    }

    /** Whether a piece has been on its way for longer than {@code nanos}: the other side takes nothing. */
    boolean stuck(long nanos) {
        var began = since;
        return began != 0 && System.nanoTime() - began > nanos;
    }
}
