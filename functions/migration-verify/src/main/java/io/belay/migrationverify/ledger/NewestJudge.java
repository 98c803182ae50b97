package io.belay.migrationverify.ledger;

import io.belay.core.ledger.LedgerEntry;
import io.belay.core.ledger.LedgerEntry.State;
import io.belay.core.script.Script;
import io.belay.migrationverify.ledger.Drift.Ahead;
import io.belay.migrationverify.ledger.Drift.Failed;
import io.belay.migrationverify.ledger.Drift.Missing;
import io.belay.migrationverify.ledger.Drift.Pending;
import io.belay.migrationverify.ledger.Drift.UnknownEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges a ledger that holds the newest version alone (golang-migrate): what is no newer is applied. */
final class NewestJudge {
    private NewestJudge() {}

    static Told judge(Tool tool, Shipped shipped, Standing standing) {
        var current = standing.last().values().stream().reduce((_, last) -> last);
        if (current.isEmpty()) {
            return told(List.of(), 0, shipped.all());
        }
        var entry = current.get();
        var order = shipped.newest().compare(entry.version());
        if (order.isEmpty()) {
            return new Told(
                    List.of(new UnknownEntry(entry)),
                    0,
                    List.of(),
                    List.of("what is pending cannot be told: where " + entry.version() + " stands is not known"));
        }
        var newer = shipped.all().stream()
                .filter(script ->
                        tool.ordering().compare(script.id(), entry.version()).orElse(1) > 0)
                .toList();
        var half =
                shipped.of(entry).filter(_ -> !Standing.applied(entry)).stream().toList();
        var told = told(
                own(entry, shipped, order.getAsInt()).stream().toList(),
                shipped.all().size() - newer.size() - half.size(),
                newer);
        return new Told(
                told.drifts(),
                told.applied(),
                Stream.concat(half.stream(), newer.stream()).toList(),
                told.notes());
    }

    private static Optional<Drift> own(LedgerEntry entry, Shipped shipped, int order) {
        if (entry.state() == State.FAILED) {
            return Optional.of(new Failed(entry));
        }
        if (entry.state() == State.RUNNING || shipped.of(entry).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                order > 0
                        ? new Ahead(entry, shipped.newest().of(entry.version()).orElse(""))
                        : new Missing(entry));
    }

    private static Told told(List<Drift> own, int applied, List<Script> newer) {
        var drifts = new ArrayList<>(own);
        newer.forEach(script -> drifts.add(new Pending(script, false)));
        return new Told(drifts, applied, newer, List.of());
    }
}
