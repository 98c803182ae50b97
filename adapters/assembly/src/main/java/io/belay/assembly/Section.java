package io.belay.assembly;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What of a system file a function looks at.
 *
 * @param key as the file writes it: {@code migrations}
 * @param names what is in it, in the order of the file; none where the file has no such section
 */
public record Section(String key, List<String> names) {
    public Section {
        requireNonNull(key, "key");
        names = List.copyOf(names);
    }

    /** Whether there is nothing to look at. */
    public boolean empty() {
        return names.isEmpty();
    }

    /** What a caller is told where there is nothing to look at. */
    public String absence() {
        return "the system file has nothing under " + key;
    }
}
