package io.belay.adapter.aws;

import io.belay.core.Deadline;
import io.belay.core.release.MemoryText;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What is remembered of an alias in its function's tags, a set of them at a time; {@link LambdaMark} says which is in force. */
final class LambdaNotes {
    private final LambdaTags tags;
    private final String prefix;

    /** Several aliases of one function share its tags. */
    LambdaNotes(LambdaTags tags, String alias) {
        this.tags = tags;
        this.prefix = "belay:" + (alias.length() <= 80 ? alias : LambdaMark.set(alias, Map.of())) + ":";
    }

    /** All tags of {@code function}, by its ARN. */
    Map<String, String> tags(String function, Deadline deadline) throws InterruptedException {
        return tags.of(function, deadline);
    }

    /** Whether any of {@code keys} is of {@code set}. */
    boolean among(Collection<String> keys, String set) {
        return keys.stream().anyMatch(key -> key.startsWith(prefix(set)));
    }

    /** The notes that {@code mark} brings into force. */
    Map<String, String> inForce(LambdaMark mark, Map<String, String> tags) {
        var notes = new HashMap<String, String>();
        notes.put(MemoryText.JOURNAL, mark.journal());
        tags.forEach((key, value) -> {
            if (!mark.set().isEmpty() && key.startsWith(prefix(mark.set()))) {
                notes.put(key.substring(prefix(mark.set()).length()), value);
            }
        });
        return notes;
    }

    /** Which of {@code keys} are of those who lost a race. */
    List<String> stale(Collection<String> keys, String set) {
        return keys.stream()
                .filter(key -> key.startsWith(prefix))
                .filter(key -> set.isEmpty() || !key.startsWith(prefix(set)))
                .toList();
    }

    /** Writes {@code notes} as {@code set}, which nobody has named yet. */
    void put(LambdaSeen seen, String set, Map<String, String> notes, Deadline deadline) throws InterruptedException {
        var written = new HashMap<String, String>();
        notes.forEach((key, value) -> written.put(prefix(set) + key, value));
        tags.put(seen.function(), written, deadline);
    }

    /** Takes away all but {@code set}: what was in force {@code before}, and what is stale. */
    void keep(LambdaSeen seen, Set<String> before, String set, Deadline deadline) throws InterruptedException {
        var former = seen.set().isEmpty() || seen.set().equals(set)
                ? Stream.<String>empty()
                : before.stream().map(key -> prefix(seen.set()) + key);
        var keys = Stream.concat(former, seen.stale().stream())
                .filter(key -> set.isEmpty() || !key.startsWith(prefix(set)))
                .distinct()
                .toList();
        tags.remove(seen.function(), keys, deadline);
    }

    private String prefix(String set) {
        return prefix + set + ":";
    }
}
