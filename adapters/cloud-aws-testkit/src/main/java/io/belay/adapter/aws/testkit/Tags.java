package io.belay.adapter.aws.testkit;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The tags of one resource. Bounds as in "Tag naming limits and requirements" of the Tagging AWS Resources guide: 50 tags,
 * keys of 128 characters, values of 256, and letters, digits, spaces and {@code + - = . _ : / @}.
 */
final class Tags {
    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

    private final Map<String, String> tags = new TreeMap<>();
    private final String code;

    /** Tags of a resource whose service refuses with {@code code}. */
    Tags(String code) {
        this.code = code;
    }

    Map<String, String> all() {
        return Map.copyOf(tags);
    }

    /** Puts all of {@code more}, or none. */
    void put(Map<String, String> more) {
        more.forEach((key, value) -> {
            if (key.isEmpty() || key.length() > 128 || !ALLOWED.matcher(key).matches()) {
                throw new Refusal(400, code, "Invalid tag key: " + key);
            }
            if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
                throw new Refusal(400, code, "Tag keys starting with 'aws:' are reserved for system use");
            }
            if (value.length() > 256 || !ALLOWED.matcher(value).matches()) {
                throw new Refusal(400, code, "Invalid tag value of " + key + ": " + value);
            }
        });
        var all = new TreeMap<>(tags);
        all.putAll(more);
        if (all.size() > 50) {
            throw new Refusal(400, code, "The number of tags exceeds 50");
        }
        tags.putAll(more);
    }

    void remove(Iterable<String> keys) {
        keys.forEach(tags::remove);
    }
}
