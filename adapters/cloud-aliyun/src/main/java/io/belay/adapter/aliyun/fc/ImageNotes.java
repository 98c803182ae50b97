package io.belay.adapter.aliyun.fc;

import io.belay.core.release.MemoryText;
import io.belay.core.release.Revision;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All notes of a function in its tags, the journal as well: in four of them, since it names two images, and one says since
 * when which image serves. What keeps tags may strip spaces at their ends, so that the journal's are written {@code ~}.
 */
final class ImageNotes {
    /** How long the note of a journal may be. */
    static final int JOURNAL = 4 * TagNotes.LONGEST;

    private static final String SINCE = "since";

    private ImageNotes() {}

    /** The notes as values of tags. */
    static Map<String, String> cut(Map<String, String> notes, Revision serving, Optional<Instant> since) {
        var tags = new LinkedHashMap<>(notes);
        var journal = notes.getOrDefault(MemoryText.JOURNAL, "").replace(' ', '~');
        tags.remove(MemoryText.JOURNAL);
        for (int at = 0; at < 4; at++) {
            var from = Math.min(journal.length(), at * TagNotes.LONGEST);
            var piece = journal.substring(from, Math.min(journal.length(), from + TagNotes.LONGEST));
            // An empty one too: it takes the place of what a longer journal left.
            tags.put("journal." + (at + 1), piece);
        }
        since.ifPresent(at -> tags.put(SINCE, digest(serving) + "@" + at));
        return tags;
    }

    /** The notes that were cut. */
    static Map<String, String> joined(Map<String, String> tags) {
        var notes = new LinkedHashMap<>(tags);
        var journal = new StringBuilder();
        for (int at = 1; at <= 4; at++) {
            journal.append(tags.getOrDefault("journal." + at, ""));
        }
        if (!journal.isEmpty()) {
            notes.put(MemoryText.JOURNAL, journal.toString().replace('~', ' '));
        }
        return notes;
    }

    /** Since when {@code serving} serves, where that was written. */
    static Optional<Instant> since(Map<String, String> tags, Revision serving) {
        var mark = digest(serving) + "@";
        try {
            return Optional.ofNullable(tags.get(SINCE))
                    .filter(each -> each.startsWith(mark))
                    .map(each -> Instant.parse(each.substring(mark.length())));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static String digest(Revision revision) {
        return revision.name().substring(revision.name().indexOf('@') + 1);
    }
}
