package io.belay.adapter.aws;

import io.belay.core.Fault;
import io.belay.core.PortException;
import java.util.Optional;

/** That something is not there, as an answer and not as a fault. */
final class Absent {
    private Absent() {}

    /** One question. */
    interface Ask<T> {
        T get() throws InterruptedException;
    }

    /** The answer; empty where there is no such thing. */
    static <T> Optional<T> or(Ask<T> ask) throws InterruptedException {
        try {
            return Optional.of(ask.get());
        } catch (PortException fault) {
            if (fault.fault().kind() == Fault.Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw fault;
        }
    }
}
