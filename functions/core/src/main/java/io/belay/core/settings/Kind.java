package io.belay.core.settings;

import java.util.Optional;

/**
 * A kind of thing that a system file can name by one key with a block: a step of {@code rollback} ({@code lambda}, {@code ecs}), an
 * alarm ({@code cloudwatch}), a receiver ({@code sns}). It says how it is written; decoder, published schema and editor completion
 * follow from that. A new kind is one class in an adapter and one line in assembly.
 *
 * @param <T> what a block of it becomes
 */
public interface Kind<T> {
    /** The key that names it in the file. */
    String name();

    /** How its block is written. */
    Shape shape();

    /**
     * What {@code settings} name. Does no I/O.
     *
     * @param settings a block of {@link #shape()} in which no variable is open
     * @param cloud where the system lives; empty where its file does not say
     * @throws SettingException where keys that are each right do not fit together, or a region is needed and nobody says it
     */
    T bind(Settings settings, Optional<Cloud> cloud);
}
