package io.belay.core.release;

import io.belay.core.Fault;
import io.belay.core.PortException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What is remembered on a target, as text that a person can read and that tags take: one note {@code journal} and the notes
 * {@code note.1} to {@code note.n}.
 *
 * <p>Who keeps the notes puts all that {@link #write} gives in place of all that was there; {@code journal} and {@code note.1}
 * are always among them. No note begins or ends with a space.
 */
public final class MemoryText {
    /** The key of the note that holds the journal. */
    public static final String JOURNAL = "journal";

    private static final String MARK = "belay1";
    private static final String NONE = MARK + " none";

    private MemoryText() {}

    /**
     * {@code memory} as notes. Where they do not fit, the oldest stamps are left out, never the newest one.
     *
     * @throws IllegalArgumentException where {@code room} is too small for the rest
     */
    public static Map<String, String> write(Memory memory, Room room) {
        var kept = memory;
        while (NotesText.write(kept).length() > Notes.fit(room) && kept.stamps().size() > 1) {
            kept = kept.with(kept.stamps().subList(0, kept.stamps().size() - 1));
        }
        var text = NotesText.write(kept);
        var journal = kept.journal().map(MemoryText::journal).orElse(NONE);
        if (text.length() > Notes.fit(room) || journal.length() > room.journal()) {
            throw new IllegalArgumentException("what is to be remembered takes " + journal.length() + " and "
                    + text.length() + " characters, and there is room for " + room.journal() + " and "
                    + Notes.fit(room));
        }
        var notes = new LinkedHashMap<String, String>();
        notes.put(JOURNAL, journal);
        var pieces = Notes.cut(text, room);
        for (int at = 0; at < pieces.size(); at++) {
            notes.put(Notes.key(at + 1), pieces.get(at));
        }
        return notes;
    }

    /**
     * The memory that {@code notes} hold; other keys may be among them. A {@code journal} that was not written here is somebody's
     * own text, and no journal.
     *
     * @throws PortException REJECTED where they were cut or changed by another hand: what cannot be read is not acted upon
     */
    public static Memory read(Map<String, String> notes) {
        try {
            return NotesText.read(Notes.join(notes), journal(notes.getOrDefault(JOURNAL, NONE)));
        } catch (IllegalArgumentException | DateTimeException | IllegalStateException unreadable) {
            var fault = new Fault(
                    Fault.Kind.REJECTED,
                    "what was remembered cannot be read (" + unreadable.getMessage()
                            + "); once its notes are deleted, nothing is known to be good until it is stamped anew");
            throw new PortException(fault, unreadable);
        }
    }

    /**
     * {@code memory} without what does not fit into {@code room}: first what is about revisions that are not {@code there} any
     * more, then the oldest stamps; never the newest stamp, and never a quarantine of what is there.
     */
    public static Memory fitted(Memory memory, Room room, Set<Revision> there) {
        var kept = memory;
        List<UnaryOperator<Memory>> ways = List.of(each -> each.withoutGone(there), Memory::withoutOldestStamp);
        for (var way : ways) {
            for (var less = way.apply(kept); tooLong(kept, room) && !less.equals(kept); less = way.apply(kept)) {
                kept = less;
            }
        }
        return kept;
    }

    private static boolean tooLong(Memory memory, Room room) {
        return NotesText.write(memory).length() > Notes.fit(room);
    }

    private static String journal(Journal journal) {
        return String.join(
                " ",
                MARK,
                journal.state().name().toLowerCase(Locale.ROOT),
                Tokens.write(journal.from().name()),
                Tokens.write(journal.to().name()),
                journal.begun().toString(),
                journal.touched().toString(),
                Tokens.write(journal.rollback()));
    }

    private static Optional<Journal> journal(String text) {
        if (text.equals(NONE) || !text.startsWith(MARK + " ")) {
            return Optional.empty();
        }
        var words = text.split(" ", -1);
        if (words.length != 7) {
            throw new IllegalArgumentException("a journal of " + words.length + " words");
        }
        return Optional.of(new Journal(
                Tokens.read(words[6]),
                new Revision(Tokens.read(words[2])),
                new Revision(Tokens.read(words[3])),
                Journal.State.valueOf(words[1].toUpperCase(Locale.ROOT)),
                Instant.parse(words[4]),
                Instant.parse(words[5])));
    }
}
