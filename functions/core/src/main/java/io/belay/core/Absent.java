package io.belay.core;

import java.util.Optional;

/** That something is not there, as an answer and not as a fault. */
public final class Absent {
    private Absent() {}

    /**
     * One question.
     *
     * @param <X> what it throws besides {@link PortException}
     */
    @FunctionalInterface
    public interface Ask<T, X extends Exception> {
        /** The answer. */
        T get() throws X;
    }

    /**
     * The answer; empty where there is no such thing.
     *
     * @throws PortException of every other kind than NOT_FOUND
     */
    public static <T, X extends Exception> Optional<T> or(Ask<T, X> ask) throws X {
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
