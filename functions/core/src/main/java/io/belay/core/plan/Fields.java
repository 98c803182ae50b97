package io.belay.core.plan;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A thing as people compare it: a text for each of its fields, in an order that is always the same. Two of the same fields are the
 * same thing, in whatever order. Free of secrets, as are all its texts.
 */
public record Fields(Map<String, String> values) {
    /** None. */
    public static final Fields NONE = new Fields(Map.of());

    public Fields {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The same with {@code field}: in its old place where it was there, else last. */
    public Fields with(String field, String text) {
        var more = new LinkedHashMap<>(values);
        more.put(requireNonNull(field, "field"), requireNonNull(text, "text"));
        return new Fields(more);
    }

    /** The same, with {@code field} where it has a text. */
    public Fields with(String field, Optional<String> text) {
        return text.map(each -> with(field, each)).orElse(this);
    }

    /** The same without {@code field}. */
    public Fields without(String field) {
        var fewer = new LinkedHashMap<>(values);
        fewer.remove(field);
        return new Fields(fewer);
    }

    /** The text of {@code field}. */
    public Optional<String> text(String field) {
        return Optional.ofNullable(values.get(field));
    }

    /** What has to change for these to become {@code desired}, in the order of the desired, then what is to go. */
    public List<Difference> to(Fields desired) {
        var names = new LinkedHashSet<>(desired.values.keySet());
        names.addAll(values.keySet());
        var differences = new ArrayList<Difference>();
        for (var name : names) {
            if (!text(name).equals(desired.text(name))) {
                differences.add(new Difference(name, text(name), desired.text(name)));
            }
        }
        return differences;
    }
}
