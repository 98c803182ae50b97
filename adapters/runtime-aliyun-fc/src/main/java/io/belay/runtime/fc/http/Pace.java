package io.belay.runtime.fc.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;

/** Sees to it that a body comes in time, and that its sender is told to send it where it waits for that. Of one thread. */
final class Pace {
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(US_ASCII);

    private final Input input;
    private final Output output;
    private final Limits.Spans spans;
    private boolean awaited;
    private boolean begun;
    private long end;

    Pace(Input input, Output output, Limits.Spans spans, boolean awaited) {
        this.input = input;
        this.output = output;
        this.spans = spans;
        this.awaited = awaited;
    }

    /** The input, of which more is now wanted. */
    Input next() throws IOException {
        var now = System.nanoTime();
        if (!begun) {
            begun = true;
            end = now + spans.body().toNanos();
        }
        if (awaited) {
            awaited = false;
            if (input.empty()) {
                output.write(CONTINUE);
            }
        }
        input.within(Math.min(spans.stall().toNanos(), end - now), "body");
        return input;
    }

    /** Whether its sender still waits to be told. */
    boolean awaited() {
        return awaited;
    }
}
