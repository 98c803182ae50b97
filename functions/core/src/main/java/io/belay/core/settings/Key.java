package io.belay.core.settings;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One key of a block.
 *
 * @param name as the file writes it: lower case, words joined by a dash
 * @param form how its value is written
 * @param required whether the block is wrong without it
 * @param byDefault what it is where the file says nothing
 * @param description one sentence for the editor
 * @param <T> what its value is once read
 */
public record Key<T>(String name, Form<T> form, boolean required, Optional<T> byDefault, String description) {
    public Key {
        requireNonNull(name, "name");
        requireNonNull(form, "form");
        requireNonNull(byDefault, "byDefault");
        requireNonNull(description, "description");
    }

    /** An optional key without a default. */
    public static <T> Key<T> of(String name, Form<T> form, String description) {
        return new Key<>(name, form, false, Optional.empty(), description);
    }

    /** Any text. */
    public static Key<Text> text(String name, String description) {
        return of(name, new Form.OfText(Optional.empty()), description);
    }

    /** A text that matches {@code like} as a whole. */
    public static Key<Text> text(String name, String like, String description) {
        return of(name, new Form.OfText(Optional.of(Pattern.compile(like))), description);
    }

    /** A whole number. */
    public static Key<Long> whole(String name, long least, long most, String description) {
        return of(name, new Form.OfWhole(least, most), description);
    }

    /** A span of time. */
    public static Key<Duration> span(String name, Duration least, Duration most, String description) {
        return of(name, new Form.OfSpan(least, most), description);
    }

    /** A size in bytes. */
    public static Key<Long> size(String name, long least, long most, String description) {
        return of(name, new Form.OfSize(least, most), description);
    }

    /** Yes or no; no by default. */
    public static Key<Boolean> flag(String name, String description) {
        return of(name, new Form.OfFlag(), description).orElse(false);
    }

    /** One of {@code words}. */
    public static Key<String> choice(String name, List<String> words, String description) {
        return of(name, new Form.OfChoice(words), description);
    }

    /** A URL of one of {@code schemes}. */
    public static Key<Address> address(String name, Set<String> schemes, String description) {
        return of(name, new Form.OfAddress(schemes), description);
    }

    /** Texts, at least one where the key is given. */
    public static Key<List<Text>> texts(String name, String description) {
        return of(name, new Form.OfList<>(new Form.OfText(Optional.empty()), 1, 1_000), description);
    }

    /** Texts by name. */
    public static Key<Map<String, Text>> textMap(String name, String description) {
        return of(name, new Form.OfMap<>(new Form.OfText(Optional.empty())), description);
    }

    /** A block of its own. */
    public static Key<Settings> block(String name, Shape shape, String description) {
        return of(name, new Form.OfBlock(shape), description);
    }

    /** The same key, without which the block is wrong. */
    public Key<T> needed() {
        return new Key<>(name, form, true, Optional.empty(), description);
    }

    /** The same key, with {@code value} where the file says nothing. */
    public Key<T> orElse(T value) {
        return new Key<>(name, form, false, Optional.of(value), description);
    }
}
