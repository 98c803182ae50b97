package io.belay.migrationverify.ledger;

import static java.util.Objects.requireNonNull;

import io.belay.core.ledger.LedgerEntry;
import io.belay.core.script.Script;
import java.util.List;
import java.util.Optional;

/**
 * How a ledger stands.
 *
 * @param drifts in what it is not where the release expects it, by kind and then in the tool's order
 * @param running what its tool is at
 * @param heads the newest that is applied; several where the tool keeps a graph, or an order for each of several apps
 * @param applied how many are
 * @param last the one that was applied last, where the ledger tells
 * @param pending what is still to be run, whole or in part, whether that counts as drift or not
 * @param notes what a reader ought to know
 */
public record Judged(
        List<Drift> drifts,
        List<String> running,
        List<String> heads,
        int applied,
        Optional<LedgerEntry> last,
        List<Script> pending,
        List<String> notes) {
    public Judged {
        drifts = List.copyOf(drifts);
        running = List.copyOf(running);
        heads = List.copyOf(heads);
        requireNonNull(last, "last");
        pending = List.copyOf(pending);
        notes = List.copyOf(notes);
    }
}
