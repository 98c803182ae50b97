package io.belay.migrationverify.ledger;

import io.belay.core.ledger.Ledger;
import io.belay.core.ledger.LedgerEntry.State;
import io.belay.core.script.Script;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Holds a ledger against what a release ships and expects. What its lock says is judged apart: see {@link LockState}. */
public final class LedgerJudge {
    private LedgerJudge() {}

    /**
     * How {@code ledger} stands.
     *
     * @param scripts what is shipped for it; empty where that is not known, and then nothing is pending or missing
     * @param heads those that the system file names; none where it names none
     * @param alone whether it is the only ledger, so that every one of {@code heads} must be its own
     */
    public static Judged judge(Ledger ledger, Optional<List<Script>> scripts, List<String> heads, boolean alone) {
        var tool = Tool.of(ledger.tool());
        var shipped = scripts.map(known -> new Shipped(tool, known));
        var standing = standing(tool, ledger, shipped);
        var told = shipped.map(known -> told(tool, known, standing)).orElseGet(() -> untold(standing));

        var head = new HeadJudge(tool, standing, heads, alone);
        var drifts = new ArrayList<>(told.drifts());
        var unsure = !told.pending().isEmpty() || !told.notes().isEmpty();
        drifts.addAll(head.judge(shipped, unsure));
        drifts.sort(Comparator.comparing(Drift::kind));
        var notes = new ArrayList<>(ledger.notes());
        notes.addAll(told.notes());
        return new Judged(
                drifts,
                standing.last().values().stream()
                        .filter(entry -> entry.state() == State.RUNNING)
                        .map(Words::name)
                        .toList(),
                head.heads(),
                told.applied(),
                standing.applied().stream().reduce((_, last) -> last),
                told.pending(),
                notes);
    }

    /** Whether {@code ledger} is at {@code head}, however short a person wrote it. */
    public static boolean at(Ledger ledger, String head) {
        var tool = Tool.of(ledger.tool());
        var standing = standing(tool, ledger, Optional.empty());
        return new HeadJudge(tool, standing, List.of(), true).heads().stream().anyMatch(each -> tool.means(head, each));
    }

    static Standing standing(Tool tool, Ledger ledger, Optional<Shipped> shipped) {
        return Standing.of(
                tool,
                ledger.entries(),
                entry ->
                        shipped.flatMap(known -> known.of(entry)).map(tool::key).orElseGet(() -> tool.key(entry)));
    }

    private static Told told(Tool tool, Shipped shipped, Standing standing) {
        return switch (tool.keeping()) {
            case EACH -> EachJudge.judge(tool, shipped, standing);
            case NEWEST -> NewestJudge.judge(tool, shipped, standing);
            case HEADS -> HeadsJudge.judge(shipped, standing);
        };
    }

    private static Told untold(Standing standing) {
        var failed = standing.last().values().stream()
                .filter(entry -> entry.state() == State.FAILED)
                .<Drift>map(Drift.Failed::new)
                .toList();
        return new Told(failed, standing.applied().size(), List.of(), List.of());
    }
}
