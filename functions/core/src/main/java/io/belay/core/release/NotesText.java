package io.belay.core.release;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All of a memory but its journal, as words: {@code rolled TIME...}, then {@code bad REVISION TIME ROLLBACK} and {@code good
 * REVISION TIME EVIDENCE DATABASE+HEAD+HEAD...}, each as often as needed. Only a database's word has a {@code +} in it.
 */
final class NotesText {
    private NotesText() {}

    static String write(Memory memory) {
        var rolled = memory.rollbacks().stream().map(Instant::toString);
        var bad = memory.quarantined().stream()
                .flatMap(each -> Stream.of(
                        "bad",
                        Tokens.write(each.revision().name()),
                        each.at().toString(),
                        Tokens.write(each.rollback())));
        var good = memory.stamps().stream().flatMap(NotesText::good);
        return Stream.of(Stream.of("rolled"), rolled, bad, good)
                .flatMap(words -> words)
                .collect(Collectors.joining(" "));
    }

    private static Stream<String> good(Stamp stamp) {
        var words = Stream.of(
                "good", Tokens.write(stamp.revision().name()), stamp.at().toString(), Tokens.write(stamp.evidence()));
        var heads = new TreeMap<>(stamp.heads())
                .entrySet().stream()
                        .map(each -> Tokens.write(each.getKey()) + "+"
                                + each.getValue().stream().map(Tokens::write).collect(Collectors.joining("+")));
        return Stream.concat(words, heads);
    }

    static Memory read(String text, Optional<Journal> journal) {
        var rolled = new ArrayList<Instant>();
        var bad = new ArrayList<Quarantine>();
        var good = new ArrayList<Stamp>();
        var words = new ArrayDeque<>(text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1)));
        while (!words.isEmpty()) {
            var word = words.remove();
            switch (word) {
                case "rolled" -> {}
                case "bad" -> bad.add(new Quarantine(revision(words), instant(words), text(words)));
                case "good" -> good.add(new Stamp(revision(words), instant(words), text(words), heads(words)));
                default -> rolled.add(Instant.parse(word));
            }
        }
        return new Memory(good, bad, journal, rolled);
    }

    private static Revision revision(Deque<String> words) {
        return new Revision(text(words));
    }

    private static Instant instant(Deque<String> words) {
        return Instant.parse(next(words));
    }

    private static String text(Deque<String> words) {
        return Tokens.read(next(words));
    }

    private static Map<String, List<String>> heads(Deque<String> words) {
        var heads = new LinkedHashMap<String, List<String>>();
        while (!words.isEmpty() && words.element().contains("+")) {
            var names = Arrays.stream(words.remove().split("\\+", -1)).toList();
            var some = names.subList(1, names.size()).stream().filter(each -> !each.isEmpty());
            heads.put(Tokens.read(names.getFirst()), some.map(Tokens::read).toList());
        }
        return heads;
    }

    private static String next(Deque<String> words) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("it ends too soon");
        }
        return words.remove();
    }
}
