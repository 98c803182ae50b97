package io.belay.migrationverify.ledger;

import io.belay.core.ledger.Ledger;
import io.belay.core.ledger.LedgerEntry;
import io.belay.core.ledger.LedgerEntry.State;
import io.belay.core.ledger.LedgerLock;
import io.belay.core.script.Additivity;
import io.belay.core.script.Checksum;
import io.belay.core.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Ledgers and scripts as tests write them. */
final class Ledgers {
    private Ledgers() {}

    static LedgerEntry entry(long rank, String version, State state) {
        return new LedgerEntry(
                rank, version, "", state, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static LedgerEntry named(long rank, String version, String description, String checksum) {
        return new LedgerEntry(
                rank,
                version,
                description,
                State.APPLIED,
                Optional.empty(),
                Optional.of(checksum),
                Optional.empty(),
                Optional.empty());
    }

    /** Each applied, in this order. */
    static List<LedgerEntry> applied(String... versions) {
        return IntStream.range(0, versions.length)
                .mapToObj(index -> entry(index + 1, versions[index], State.APPLIED))
                .toList();
    }

    static List<LedgerEntry> and(List<LedgerEntry> entries, LedgerEntry... more) {
        var all = new ArrayList<>(entries);
        all.addAll(List.of(more));
        return all;
    }

    static Ledger ledger(String tool, List<LedgerEntry> entries) {
        var heads = tool.equals("alembic")
                ? entries.stream().map(LedgerEntry::version).toList()
                : List.<String>of();
        return new Ledger(tool, "ledger", entries, heads, new LedgerLock.Free(), List.of());
    }

    /** Each additive, in this order. */
    static List<Script> scripts(String... ids) {
        return IntStream.range(0, ids.length)
                .mapToObj(index -> script(index, ids[index]))
                .toList();
    }

    static Script script(int order, String id, String... follows) {
        return new Script(
                id, "", id + ".sql", Script.Role.ONCE, order, List.of(follows), List.of(), Additivity.additive());
    }

    static Script summed(int order, String id, String... checksums) {
        return new Script(
                id,
                "",
                id + ".sql",
                Script.Role.ONCE,
                order,
                List.of(),
                Stream.of(checksums)
                        .map(checksum -> new Checksum("some", checksum))
                        .toList(),
                Additivity.additive());
    }

    static Script repeatable(int order, String id, String checksum) {
        return new Script(
                id,
                id,
                "R__" + id + ".sql",
                Script.Role.REPEATABLE,
                order,
                List.of(),
                List.of(new Checksum("some", checksum)),
                Additivity.additive());
    }

    static Judged judge(String tool, List<LedgerEntry> entries, List<Script> scripts, String... heads) {
        return LedgerJudge.judge(ledger(tool, entries), Optional.of(scripts), List.of(heads), true);
    }

    /** Without scripts. */
    static Judged alone(String tool, List<LedgerEntry> entries, String... heads) {
        return LedgerJudge.judge(ledger(tool, entries), Optional.empty(), List.of(heads), true);
    }

    /** {@code pending 3}. */
    static List<String> words(Judged judged) {
        return judged.drifts().stream()
                .map(drift -> (drift.kind().word() + " " + drift.migration()).strip())
                .toList();
    }
}
