package io.belay.core.settings;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A block of the system file once read against its {@link Shape}: every required key is there, every value is of its form.
 * Built by the decoder through {@link Builder}; read by key, so that a value's type is known to the compiler.
 */
public final class Settings {
    private final Map<String, Object> values;

    private Settings(Map<String, Object> values) {
        this.values = ordered(values);
    }

    /** Starts a block. */
    public static Builder builder() {
        return new Builder();
    }

    /** The value of {@code key}, from the file or by default. */
    public <T> Optional<T> find(Key<T> key) {
        var value = values.get(key.name());
        if (value == null) {
            return key.byDefault();
        }
        // Builder.set took the value from a key of the same name and type.
        @SuppressWarnings("unchecked")
        var typed = (T) value;
        return Optional.of(typed);
    }

    /**
     * The value of a key that is required or has a default.
     *
     * @throws IllegalArgumentException where it is neither and the file says nothing
     */
    public <T> T get(Key<T> key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException(key.name() + " has no value and no default"));
    }

    /** Whether the file itself gives {@code key}. */
    public boolean has(Key<?> key) {
        return values.containsKey(key.name());
    }

    /** The variables in any of its texts, at any depth. */
    public Set<String> variables() {
        return texts(values.values())
                .flatMap(text -> text.variables().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** This block with the variables that {@code known} holds filled in, at any depth. */
    public Settings fill(Map<String, String> known) {
        return new Settings(mapped(values, value -> filled(value, known)));
    }

    private static Object filled(Object value, Map<String, String> known) {
        return switch (value) {
            case Text text -> text.fill(known, UnaryOperator.identity());
            case Address address -> address.fill(known);
            case Settings settings -> settings.fill(known);
            case Tree.Leaf leaf -> new Tree.Leaf(leaf.text().fill(known, UnaryOperator.identity()));
            case Tree.Row row ->
                new Tree.Row(row.items().stream()
                        .map(item -> (Tree) filled(item, known))
                        .toList());
            case Tree.Branch branch -> new Tree.Branch(mapped(branch.children(), child -> (Tree) filled(child, known)));
            case List<?> list -> list.stream().map(item -> filled(item, known)).toList();
            case Map<?, ?> map -> mapped(map, item -> filled(item, known));
            default -> value;
        };
    }

    private static Stream<Text> texts(Collection<?> values) {
        return values.stream().flatMap(value -> switch (value) {
            case Text text -> Stream.of(text);
            case Address address -> Stream.of(address.text());
            case Settings settings -> texts(settings.values.values());
            case Tree.Leaf leaf -> Stream.of(leaf.text());
            case Tree.Row row -> texts(row.items());
            case Tree.Branch branch -> texts(branch.children().values());
            case List<?> list -> texts(list);
            case Map<?, ?> map -> texts(map.values());
            default -> Stream.empty();
        });
    }

    private static <K, V, W> Map<K, W> mapped(Map<K, V> map, Function<? super V, ? extends W> change) {
        var changed = new LinkedHashMap<K, W>();
        map.forEach((key, value) -> changed.put(key, change.apply(value)));
        return changed;
    }

    static <K, V> Map<K, V> ordered(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** Names and shown texts alone: no secret. */
    @Override
    public String toString() {
        return values.toString();
    }

    /** Gathers a block's values. Used by one thread. */
    public static final class Builder {
        private final Map<String, Object> values = new LinkedHashMap<>();

        private Builder() {}

        /** Gives {@code key} its value. */
        public <T> Builder set(Key<T> key, T value) {
            values.put(key.name(), value);
            return this;
        }

        /** The block. */
        public Settings build() {
            return new Settings(values);
        }
    }
}
