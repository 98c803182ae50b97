package io.belay.adapter.aliyun.fc;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Notes as tags of a function, the keys of which name who they are of, since aliases have no tags and share the function's.
 *
 * <p>A function has 20 tags at the most, of 64 characters in the key and 128 in the value. ("Configure tags".) Notes that are
 * left over from a longer text stay: they say themselves that they are no part of it.
 */
record TagNotes(String owner) {
    /** The longest value of a tag. */
    static final int LONGEST = 128;

    private static final int LONGEST_OWNER = 40;

    /** The notes in {@code tags}. */
    Map<String, String> in(Map<String, String> tags) {
        var notes = new LinkedHashMap<String, String>();
        tags.forEach((key, value) -> {
            if (key.startsWith(prefix())) {
                notes.put(key.substring(prefix().length()), value);
            }
        });
        return notes;
    }

    /** Those of {@code notes} that do not stand in {@code tags} already, as tags. */
    Map<String, String> missing(Map<String, String> notes, Map<String, String> tags) {
        var missing = new LinkedHashMap<String, String>();
        notes.forEach((name, text) -> {
            if (!text.equals(tags.get(prefix() + name))) {
                missing.put(prefix() + name, text);
            }
        });
        return missing;
    }

    /** An alias may have a name of 128 characters, and a key has 64: a long one is told by its hash. */
    private String prefix() {
        var shown = owner.length() <= LONGEST_OWNER
                ? owner
                : owner.substring(0, LONGEST_OWNER - 9) + "-" + Integer.toHexString(owner.hashCode());
        return "belay." + shown + ".";
    }
}
