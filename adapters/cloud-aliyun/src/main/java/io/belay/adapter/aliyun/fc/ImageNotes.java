package io.belay.adapter.aliyun.fc;

import io.belay.core.release.MemoryText;
import io.belay.core.release.Revision;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All notes of a function without an alias, the journal as well: in as many as it takes, since it names two images, and one
 * says since when which image serves. What keeps them may strip spaces at their ends, so that the journal's are written {@code ~}.
 */
final class ImageNotes {
    /** How long the note of a journal may be. */
    static final int JOURNAL = 3 * AliasNotes.LONGEST;

    private static final String SINCE = "since";

    private ImageNotes() {}

    /** The notes, none of which is too long. */
    static Map<String, String> cut(Map<String, String> notes, Revision serving, Optional<Instant> since) {
        var pieces = new LinkedHashMap<>(notes);
        var journal = notes.getOrDefault(MemoryText.JOURNAL, "").replace(' ', '~');
        pieces.remove(MemoryText.JOURNAL);
        for (int from = 0; from < journal.length(); from += AliasNotes.LONGEST) {
            var piece = journal.substring(from, Math.min(journal.length(), from + AliasNotes.LONGEST));
            pieces.put("journal." + (from / AliasNotes.LONGEST + 1), piece);
        }
        since.ifPresent(at -> pieces.put(SINCE, digest(serving) + "@" + at));
        return pieces;
    }

    /** The notes that were cut. */
    static Map<String, String> joined(Map<String, String> pieces) {
        var notes = new LinkedHashMap<>(pieces);
        var journal = new StringBuilder();
        for (int at = 1; pieces.containsKey("journal." + at); at++) {
            journal.append(pieces.getOrDefault("journal." + at, ""));
        }
        if (!journal.isEmpty()) {
            notes.put(MemoryText.JOURNAL, journal.toString().replace('~', ' '));
        }
        return notes;
    }

    /** Since when {@code serving} serves, where that was written. */
    static Optional<Instant> since(Map<String, String> pieces, Revision serving) {
        var mark = digest(serving) + "@";
        try {
            return Optional.ofNullable(pieces.get(SINCE))
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
