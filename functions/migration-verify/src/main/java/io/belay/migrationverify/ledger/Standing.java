package io.belay.migrationverify.ledger;

import io.belay.core.ledger.LedgerEntry;
import io.belay.core.ledger.LedgerEntry.State;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The last word of a ledger on each migration: one that was taken back, and one that failed before it was applied, say nothing
 * any more.
 *
 * @param last by key, in the order of those last words
 * @param baselines where the tool began: nothing older was ever run
 */
record Standing(Tool tool, Map<String, LedgerEntry> last, Newest baselines) {
    static Standing of(Tool tool, List<LedgerEntry> entries, Function<LedgerEntry, String> key) {
        var last = new LinkedHashMap<String, LedgerEntry>();
        entries.stream()
                .filter(entry -> entry.state() != State.UNDONE)
                .sorted(Comparator.comparingLong(LedgerEntry::rank))
                .forEach(entry -> last.putLast(key.apply(entry), entry));
        var begun = last.values().stream()
                .filter(entry -> entry.state() == State.BASELINE)
                .map(LedgerEntry::version)
                .toList();
        return new Standing(tool, last, Newest.of(tool.ordering(), begun));
    }

    Optional<LedgerEntry> entry(String key) {
        return Optional.ofNullable(last.get(key));
    }

    /** Whether it was there before the tool was. */
    boolean before(String id) {
        return baselines.compare(id).orElse(1) <= 0;
    }

    List<LedgerEntry> applied() {
        return last.values().stream().filter(Standing::applied).toList();
    }

    /** The newest that is there, run or not. */
    Newest newest() {
        return Newest.of(
                tool.ordering(),
                last.values().stream()
                        .filter(entry -> applied(entry) || entry.state() == State.BASELINE)
                        .map(LedgerEntry::version)
                        .filter(version -> !version.isEmpty())
                        .toList());
    }

    static boolean applied(LedgerEntry entry) {
        return entry.state() == State.APPLIED || entry.state() == State.MARKED;
    }
}
