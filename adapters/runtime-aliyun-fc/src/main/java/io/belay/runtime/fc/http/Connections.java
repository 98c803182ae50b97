package io.belay.runtime.fc.http;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The connections that are open, and which of them are answering. Safe for use by many threads. */
final class Connections {
    private final Set<Connection> open = new HashSet<>();
    private final Set<Connection> answering = new HashSet<>();
    private final Calls answers = new Calls();
    private boolean ending;

    /** Whether {@code one} may be open. */
    synchronized boolean joins(Connection one) {
        return !ending && open.add(one);
    }

    synchronized void left(Connection one) {
        open.remove(one);
    }

    synchronized int size() {
        return open.size();
    }

    /** Whether {@code one} may answer a request. */
    synchronized boolean begins(Connection one) {
        var begins = !ending && answering.add(one);
        if (begins) {
            answers.began();
        }
        return begins;
    }

    synchronized void ended(Connection one) {
        if (answering.remove(one)) {
            answers.ended();
        }
    }

    synchronized boolean ending() {
        return ending;
    }

    /** Ends those whose other side takes nothing. */
    void cutStuck() {
        for (var each : all()) {
            if (each.stuck()) {
                each.cut();
            }
        }
    }

    /** Ends those that answer nothing, then those that answer once they have, and {@code grace} after it began whatever is left. */
    void end(Duration grace) {
        for (var each : idle()) {
            each.cut();
        }
        answers.awaitEnd(grace);
        for (var each : all()) {
            each.cut();
        }
    }

    private synchronized List<Connection> all() {
        return List.copyOf(open);
    }

    private synchronized List<Connection> idle() {
        ending = true;
        var idle = new HashSet<>(open);
        idle.removeAll(answering);
        return List.copyOf(idle);
    }
}
