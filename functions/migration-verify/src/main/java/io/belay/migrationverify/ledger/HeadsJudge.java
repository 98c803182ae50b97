package io.belay.migrationverify.ledger;

import io.belay.core.ledger.LedgerEntry;
import io.belay.migrationverify.ledger.Drift.Pending;
import io.belay.migrationverify.ledger.Drift.UnknownEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges a ledger that holds the ends of a graph alone (Alembic): what they follow is applied. Behind an end that is not
 * shipped nobody knows what it follows, so that nothing is called pending then.
 */
final class HeadsJudge {
    private HeadsJudge() {}

    static Told judge(Shipped shipped, Standing standing) {
        var graph = new Graph(shipped.all());
        var applied = standing.applied();
        var reached = graph.upTo(applied.stream().map(LedgerEntry::version).toList());
        var drifts = new ArrayList<Drift>();
        applied.stream()
                .filter(entry -> graph.script(entry.version()).isEmpty())
                .forEach(entry -> drifts.add(new UnknownEntry(entry)));
        var known = (int) shipped.all().stream()
                .filter(script -> reached.contains(script.id()))
                .count();
        if (!drifts.isEmpty()) {
            return new Told(
                    drifts,
                    known,
                    List.of(),
                    List.of("what is pending cannot be told: an applied head is not among the scripts"));
        }
        var pending = shipped.all().stream()
                .filter(script -> !reached.contains(script.id()))
                .toList();
        pending.forEach(script -> drifts.add(new Pending(script, false)));
        return new Told(drifts, known, pending, List.of());
    }
}
