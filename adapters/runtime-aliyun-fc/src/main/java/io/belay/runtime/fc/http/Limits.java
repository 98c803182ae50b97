package io.belay.runtime.fc.http;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How much is taken, and how long it may take. A connection on which nothing is under way is in no hurry: it is never closed
 * for being idle.
 *
 * @param connections how many may be open at once
 */
public record Limits(Sizes sizes, Spans spans, int connections) {
    public Limits {
        requireNonNull(sizes, "sizes");
        requireNonNull(spans, "spans");
        if (connections < 1) {
            throw new IllegalArgumentException("connections: found " + connections + "; one at least is meant");
        }
    }

    /**
     * How much of a request is taken.
     *
     * @param line the longest line, in bytes, with its end; each connection may need a buffer of this size
     * @param fields how many header fields
     * @param head all header fields, in bytes
     * @param body the longest body, in bytes
     */
    public record Sizes(int line, int fields, int head, long body) {
        public Sizes {
            if (line < 64 || fields < 1 || head < 1 || body < 0) {
                throw new IllegalArgumentException("a line of 64 bytes and one field at least are meant");
            }
        }
    }

    /**
     * How long the other side may take.
     *
     * @param head from a request's first byte until all of its head is there
     * @param stall from one byte of a body to the next
     * @param body for all of a body
     * @param write for 64 KB of an answer to be taken
     * @param linger to hear that a connection is closed, and why
     */
    public record Spans(Duration head, Duration stall, Duration body, Duration write, Duration linger) {
        public Spans {
            if (!head.isPositive()
                    || !stall.isPositive()
                    || !body.isPositive()
                    || !write.isPositive()
                    || !linger.isPositive()) {
                throw new IllegalArgumentException("spans above zero are meant");
            }
        }
    }

    /**
     * Twice and more of what Function Compute sends: 4 KB of path and query, 8 KB of a client's headers, a few KB of its own
     * (its documentation, limits), on as many connections as an instance has
     * calls, 200. A host of one's own may be called more often than it answers: whoever waits has a connection.
     *
     * @param body the longest body, in bytes
     */
    public static Limits of(long body) {
        return new Limits(
                new Sizes(16 * 1024, 200, 64 * 1024, body),
                new Spans(
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(60),
                        Duration.ofMinutes(10),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(2)),
                32 * 1024);
    }
}
