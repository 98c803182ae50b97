package io.belay.core.release;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is remembered where the platform keeps no former states: the notes, the texts of the states that can be returned to, and the
 * last move. Each value begins with its key and is quoted, as a TXT record has it.
 *
 * @param states the text of each known state, the latest first
 */
public record StateMemory(Memory memory, Map<Revision, String> states, Optional<Move> moved) {
    /** How much is remembered besides states and move. */
    public static final Room ROOM = new Room(256, 10, 250);

    /** Of a thing on which nothing was remembered yet. */
    public static final StateMemory NOTHING = new StateMemory(Memory.EMPTY, Map.of(), Optional.empty());

    /** Two of them, with the records, fit into the 32,000 characters of a batch. */
    private static final int STATES = 12;

    private static final int ALL_STATES = 8_000;

    /** A character string of a TXT record has 255 at most. */
    private static final int STRING = 250;

    private static final int VALUE = 3_500;

    /**
     * The last move of ours.
     *
     * @param to where
     * @param at when; whole seconds
     * @param ttl how long resolvers may go on with what they had, in seconds; 0 where nobody does
     */
    public record Move(Revision to, Instant at, long ttl) {
        public Move {
            requireNonNull(to, "to");
            requireNonNull(at, "at");
        }
    }

    public StateMemory {
        requireNonNull(memory, "memory");
        requireNonNull(moved, "moved");
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
    }

    /**
     * What {@code values} say, in any order.
     *
     * @throws io.belay.core.PortException REJECTED where they were cut or changed by another hand
     */
    public static StateMemory of(List<String> values) {
        var notes = new HashMap<String, String>();
        var states = new LinkedHashMap<Revision, String>();
        Optional<Move> moved = Optional.empty();
        for (var value : values.stream().map(StateMemory::unquoted).sorted().toList()) {
            var parts = value.split(" ", 2);
            if (parts[0].equals("moved")) {
                var words = parts[1].split(" ", 3);
                moved = Optional.of(
                        new Move(new Revision(words[0]), Instant.parse(words[1]), Long.parseLong(words[2])));
            } else if (parts[0].startsWith("state.")) {
                states.put(Revision.of(parts[1]), parts[1]);
            } else {
                notes.put(parts[0], parts[1]);
            }
        }
        return new StateMemory(MemoryText.read(notes), states, moved);
    }

    /** All of it as values, none of which has a line's end in it. */
    public List<String> values() {
        var values = new ArrayList<String>();
        MemoryText.write(memory, ROOM).forEach((key, note) -> values.add(quoted(key + " " + note)));
        var number = new int[] {10};
        states.values().forEach(text -> values.add(quoted("state." + number[0]++ + " " + text)));
        moved.ifPresent(move -> values.add(quoted("moved " + move.to() + " " + move.at() + " " + move.ttl())));
        return List.copyOf(values);
    }

    /** The same with {@code other} memory and the state {@code text}: what the memory speaks of stays, then what came last. */
    public StateMemory with(Memory other, String text) {
        var spoken = Stream.of(
                        other.journal().stream().flatMap(journal -> Stream.of(journal.to(), journal.from())),
                        other.stamps().stream().map(Stamp::revision),
                        other.quarantined().stream().map(Quarantine::revision))
                .flatMap(revisions -> revisions)
                .collect(Collectors.toSet());
        var known = new LinkedHashMap<Revision, String>();
        known.put(Revision.of(text), text);
        states.forEach((revision, state) -> {
            if (spoken.contains(revision)) {
                known.putIfAbsent(revision, state);
            }
        });
        states.forEach(known::putIfAbsent);
        var kept = new LinkedHashMap<Revision, String>();
        var length = 0;
        for (var state : known.entrySet()) {
            length += state.getValue().length();
            if (state.getValue().length() <= VALUE && length <= ALL_STATES && kept.size() < STATES) {
                kept.put(state.getKey(), state.getValue());
            }
        }
        return new StateMemory(other, kept, moved);
    }

    /** The same after {@code move}. */
    public StateMemory moved(Move move) {
        return new StateMemory(memory, states, Optional.of(move));
    }

    /** The same; where the last move did not lead to where {@code sight} does, that serves since it was first seen. */
    public StateMemory sighted(Move sight) {
        return moved.filter(move -> move.to().equals(sight.to())).isPresent() ? this : moved(sight);
    }

    /** No text of ours has a quotation mark or a backslash in it. */
    private static String quoted(String text) {
        var strings = new ArrayList<String>();
        for (int at = 0; at < text.length(); at += STRING) {
            strings.add("\"" + text.substring(at, Math.min(text.length(), at + STRING)) + "\"");
        }
        return String.join(" ", strings);
    }

    private static String unquoted(String value) {
        var inner = value.startsWith("\"") && value.endsWith("\"") ? value.substring(1, value.length() - 1) : value;
        return inner.replace("\" \"", "");
    }
}
