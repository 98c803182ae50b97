package io.belay.migrationverify.ledger;

import io.belay.core.ledger.Ledger;
import io.belay.core.ledger.LedgerEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a ledger stands, in a few words to be remembered: {@code flyway:005} for each head; {@code flyway#12} for how many are
 * applied, since one that was applied late, and out of order, moves no head; {@code flyway@14} for the rank of the last entry,
 * since a script that is applied again moves neither.
 */
public final class Mark {
    private Mark() {}

    /** Where {@code ledger} stands now. */
    public static List<String> of(Ledger ledger) {
        var tool = Tool.of(ledger.tool());
        var standing = LedgerJudge.standing(tool, ledger, Optional.empty());
        var heads =
                new HeadJudge(tool, standing, List.of(), true).heads().stream().map(head -> begin(ledger, ':') + head);
        if (tool.keeping() != Tool.Keeping.EACH) {
            return heads.toList();
        }
        var count = Stream.of(begin(ledger, '#') + versions(standing).size());
        var last = standing.last().values().stream()
                .filter(entry -> entry.version().isEmpty())
                .mapToLong(LedgerEntry::rank)
                .max()
                .stream()
                .mapToObj(rank -> begin(ledger, '@') + rank);
        return Stream.of(heads, count, last).flatMap(each -> each).toList();
    }

    private static String begin(Ledger ledger, char mark) {
        return ledger.tool() + mark;
    }

    /** How many are applied, repeatable ones left out, which are applied again and again. */
    static List<LedgerEntry> versions(Standing standing) {
        return standing.applied().stream()
                .filter(entry -> !entry.version().isEmpty())
                .toList();
    }

    /** Those of {@code marks} that are heads of {@code ledger}. */
    static List<String> heads(Ledger ledger, List<String> marks) {
        return after(begin(ledger, ':'), marks);
    }

    /** Whether {@code marks} say anything of {@code ledger}. */
    static boolean known(Ledger ledger, List<String> marks) {
        return !heads(ledger, marks).isEmpty() || applied(ledger, marks).isPresent();
    }

    /** How many were applied. */
    static Optional<Long> applied(Ledger ledger, List<String> marks) {
        return number(begin(ledger, '#'), marks);
    }

    /** The rank of the last entry of a script that may be applied again; 0 where there was none. */
    static long last(Ledger ledger, List<String> marks) {
        return number(begin(ledger, '@'), marks).orElse(0L);
    }

    private static Optional<Long> number(String begin, List<String> marks) {
        return after(begin, marks).stream()
                .filter(count -> count.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .findFirst();
    }

    private static List<String> after(String begin, List<String> marks) {
        return marks.stream()
                .filter(mark -> mark.startsWith(begin))
                .map(mark -> mark.substring(begin.length()))
                .toList();
    }
}
