package io.belay.core.document;

import io.belay.core.fact.Value;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an API answered, whatever it is written in. */
public sealed interface Document {
    /** As a fact holds it: what has parts, and is no list, as one text. */
    Value value();

    /** Values by name, in the answer's order. */
    record Members(Map<String, Document> children) implements Document {
        public Members {
            children = Collections.unmodifiableMap(new LinkedHashMap<>(children));
        }

        @Override
        public Value value() {
            return Value.of(children.entrySet().stream()
                    .map(child ->
                            child.getKey() + ": " + child.getValue().value().shown())
                    .collect(Collectors.joining(", ", "{", "}")));
        }
    }

    /** A list. */
    record Items(List<Document> items) implements Document {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public Value value() {
            return Value.of(items.stream().map(Document::value).toList());
        }
    }

    /** A text, a number, a flag, or nothing. */
    record End(Value value) implements Document {}

    /** Of maps, lists, texts, {@link BigDecimal}s, flags and nulls, as readers of JSON give them. */
    static Document of(@Nullable Object read) {
        return switch (read) {
            case null -> new End(Value.absent());
            case Map<?, ?> map -> {
                var children = new LinkedHashMap<String, Document>();
                map.forEach((name, child) -> children.put(String.valueOf(name), of(child)));
                yield new Members(children);
            }
            case Collection<?> items ->
                new Items(items.stream().map(Document::of).toList());
            case BigDecimal number -> new End(Value.of(number));
            case Boolean flag -> new End(Value.of(flag.booleanValue()));
            default -> new End(Value.of(read.toString()));
        };
    }

    /**
     * The same without what stands below members of these {@code keys}: of each text there it says whether it is {@code set} or
     * {@code empty}. In lists of pairs what each is called stays, as with a container's variables.
     */
    default Document hiding(Set<String> keys) {
        return switch (this) {
            case Members(var children) -> {
                var kept = new LinkedHashMap<String, Document>();
                children.forEach(
                        (name, child) -> kept.put(name, keys.contains(name) ? Hidden.all(child) : child.hiding(keys)));
                yield new Members(kept);
            }
            case Items(var items) ->
                new Items(items.stream().map(item -> item.hiding(keys)).toList());
            case End end -> end;
        };
    }
}
