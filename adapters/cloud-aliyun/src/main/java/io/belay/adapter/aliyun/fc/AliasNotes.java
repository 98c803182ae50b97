package io.belay.adapter.aliyun.fc;

import io.belay.adapter.aliyun.http.Json;
import io.belay.adapter.aliyun.http.Pending;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Notes as the descriptions of aliases of their own, {@code PREFIX-a-1} and on, which are of LATEST and which nobody calls.
 *
 * <p>Not as tags of the function: Serverless Devs takes away each tag that does not stand in the file that it deploys ({@code
 * diffTags} of its component fc3), and Terraform does the same, so that after a deploy nothing would be known to be good. Neither
 * touches an alias that it has not made.
 *
 * <p>Several aliases cannot be written at once. So there are two sets of them: what is written goes into the one that is not in
 * force, under the next number, its first note last. In force is the set whose first note has the higher number: what was cut
 * short leaves what was there before.
 *
 * @param prefix what their names begin with
 */
record AliasNotes(FunctionCompute functionCompute, String function, String prefix) {
    /** The longest text of a note: of the 256 characters of a description, less its head. */
    static final int LONGEST = 224;

    private static final String MARK = "belay1";
    private static final int LONGEST_OWNER = 40;

    /** Those of the alias {@code alias}, of which a long name is told by its hash: with the rest it has 128 characters at the most. */
    static AliasNotes of(FunctionCompute functionCompute, String function, String alias) {
        var shown = alias.length() <= LONGEST_OWNER
                ? alias
                : alias.substring(0, LONGEST_OWNER - 9) + "-" + Integer.toHexString(alias.hashCode());
        return new AliasNotes(functionCompute, function, "belay-" + shown);
    }

    /**
     * What is written down.
     *
     * @param notes those in force
     * @param set the set that they are of
     * @param number theirs; 0 where there are none
     * @param there the names of all aliases of ours
     */
    record Book(Map<String, String> notes, String set, long number, Set<String> there) {
        Book {
            notes = Map.copyOf(notes);
            there = Set.copyOf(there);
        }
    }

    /** One note in its alias: {@code belay1 NUMBER COUNT KEY TEXT}. */
    private record Note(long number, int count, String key, String text) {
        static Note of(String description) {
            var words = description.split(" ", 5);
            if (words.length < 4 || !words[0].equals(MARK)) {
                throw new IllegalArgumentException("'" + description + "' is no note");
            }
            return new Note(
                    Long.parseLong(words[1]), Integer.parseInt(words[2]), words[3], words.length == 5 ? words[4] : "");
        }

        String write() {
            return String.join(" ", MARK, Long.toString(number), Integer.toString(count), key, text)
                    .strip();
        }
    }

    /** All that is written down; awaiting it is REJECTED where another hand changed it. */
    Pending<Book> read(Deadline deadline) {
        return functionCompute.descriptions(function, prefix + "-", deadline).map(this::book);
    }

    private Book book(Map<String, String> described) {
        try {
            var a = number(described, "a");
            var b = number(described, "b");
            var set = b > a ? "b" : "a";
            var number = Math.max(a, b);
            return new Book(number == 0 ? Map.of() : notes(described, set), set, number, described.keySet());
        } catch (IllegalArgumentException unreadable) {
            throw new PortException(
                    new Fault(
                            Fault.Kind.REJECTED,
                            "what was remembered cannot be read (" + unreadable.getMessage() + "); once the aliases "
                                    + prefix
                                    + "-... are deleted, nothing is known to be good until it is stamped anew"),
                    unreadable);
        }
    }

    private long number(Map<String, String> described, String set) {
        var first = described.get(name(set, 1));
        return first == null ? 0 : Note.of(first).number();
    }

    private Map<String, String> notes(Map<String, String> described, String set) {
        var first = Note.of(described.getOrDefault(name(set, 1), ""));
        var notes = new LinkedHashMap<String, String>();
        for (int at = 1; at <= first.count(); at++) {
            var note = Note.of(described.getOrDefault(name(set, at), ""));
            if (note.number() != first.number() || note.count() != first.count()) {
                throw new IllegalArgumentException(name(set, at) + " is not of " + name(set, 1));
            }
            notes.put(note.key(), note.text());
        }
        return notes;
    }

    private String name(String set, int at) {
        return prefix + "-" + set + "-" + at;
    }

    /**
     * Puts {@code notes} in force, in place of what was read as {@code before}; no write where they are.
     *
     * @throws PortException where they may not be in force
     */
    void write(Book before, Map<String, String> notes, Deadline deadline) throws InterruptedException {
        if (notes.equals(before.notes())) {
            return;
        }
        var set = before.set().equals("a") && before.number() > 0 ? "b" : "a";
        var written = new ArrayList<String>();
        notes.forEach((key, text) -> written.add(new Note(before.number() + 1, notes.size(), key, text).write()));
        var rest = new ArrayList<Pending<Json>>();
        try {
            for (int at = 2; at <= written.size(); at++) {
                rest.add(put(before, name(set, at), written.get(at - 1), deadline));
            }
            for (var each : rest) {
                each.await();
            }
        } finally {
            rest.forEach(Pending::close);
        }
        try (var first = put(before, name(set, 1), written.getFirst(), deadline)) {
            first.await();
        }
    }

    private Pending<Json> put(Book before, String name, String description, Deadline deadline) {
        return functionCompute.describe(function, name, before.there().contains(name), description, deadline);
    }
}
