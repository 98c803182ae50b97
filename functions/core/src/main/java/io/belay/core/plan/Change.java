package io.belay.core.plan;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** One step from what is to what should be. */
public sealed interface Change<T> {
    /** What it is now; empty where it is not. */
    Optional<T> before();

    /** What it is to be; empty where it is not to be. */
    Optional<T> after();

    /** What it is about: as it is to be where it is to be, else as it is. */
    default T subject() {
        return after().or(this::before).orElseThrow();
    }

    /** It is not, and should be. */
    record Create<T>(T desired) implements Change<T> {
        public Create {
            requireNonNull(desired, "desired");
        }

        @Override
        public Optional<T> before() {
            return Optional.empty();
        }

        @Override
        public Optional<T> after() {
            return Optional.of(desired);
        }
    }

    /** It is otherwise than it should be. */
    record Update<T>(T current, T desired) implements Change<T> {
        public Update {
            requireNonNull(current, "current");
            requireNonNull(desired, "desired");
        }

        @Override
        public Optional<T> before() {
            return Optional.of(current);
        }

        @Override
        public Optional<T> after() {
            return Optional.of(desired);
        }
    }

    /** It is, and should not be. */
    record Delete<T>(T current) implements Change<T> {
        public Delete {
            requireNonNull(current, "current");
        }

        @Override
        public Optional<T> before() {
            return Optional.of(current);
        }

        @Override
        public Optional<T> after() {
            return Optional.empty();
        }
    }
}
