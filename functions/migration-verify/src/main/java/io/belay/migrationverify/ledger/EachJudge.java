package io.belay.migrationverify.ledger;

import io.belay.core.ledger.LedgerEntry;
import io.belay.core.script.Script;
import io.belay.core.script.Script.Role;
import io.belay.migrationverify.ledger.Drift.Ahead;
import io.belay.migrationverify.ledger.Drift.Changed;
import io.belay.migrationverify.ledger.Drift.Failed;
import io.belay.migrationverify.ledger.Drift.Missing;
import io.belay.migrationverify.ledger.Drift.OutOfOrder;
import io.belay.migrationverify.ledger.Drift.Pending;
import io.belay.migrationverify.ledger.Drift.UnknownEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges a ledger with an entry for each migration. Its time grows with entries and scripts, not with their product. */
final class EachJudge {
    private final Tool tool;
    private final Shipped shipped;
    private final Standing standing;
    private final Newest newest;
    private final List<Drift> drifts = new ArrayList<>();
    private final List<Script> pending = new ArrayList<>();
    private int foreign;
    private int uncompared;
    private int strange;
    private final Set<String> rules = new LinkedHashSet<>();

    private EachJudge(Tool tool, Shipped shipped, Standing standing) {
        this.tool = tool;
        this.shipped = shipped;
        this.standing = standing;
        this.newest = standing.newest();
    }

    static Told judge(Tool tool, Shipped shipped, Standing standing) {
        var judge = new EachJudge(tool, shipped, standing);
        standing.last().values().forEach(judge::entry);
        shipped.all().forEach(judge::script);
        var drifts = tool.chained() ? Chain.first(judge.drifts, tool) : judge.drifts;
        return new Told(drifts, standing.applied().size(), judge.pending, judge.notes());
    }

    private void entry(LedgerEntry entry) {
        var script = shipped.of(entry);
        switch (entry.state()) {
            case FAILED -> {
                drifts.add(new Failed(entry));
                script.ifPresent(pending::add);
            }
            case RUNNING -> script.ifPresent(pending::add);
            case APPLIED, MARKED ->
                script.ifPresentOrElse(
                        known -> compare(entry, known), () -> unshipped(entry).ifPresent(drifts::add));
            case BASELINE, UNDONE -> {}
        }
    }

    private void compare(LedgerEntry entry, Script script) {
        if (Sums.strange(tool, entry, script)) {
            strange++;
            script.checksums().forEach(sum -> rules.add(sum.rule()));
        } else if (!Sums.comparable(tool, entry, script)) {
            uncompared++;
        }
        Sums.differ(tool, entry, script).ifPresent(differ -> {
            if (script.role() == Role.REPEATABLE) {
                pending.add(script);
                drifts.add(new Pending(script, true));
                return;
            }
            drifts.add(new Changed(entry, script, differ.getFirst(), differ.getLast()));
        });
    }

    private Optional<Drift> unshipped(LedgerEntry entry) {
        if (shipped.foreign(entry)) {
            foreign++;
            return Optional.empty();
        }
        if (entry.version().isEmpty()) {
            return Optional.of(new Missing(entry));
        }
        var order = shipped.newest().compare(entry.version());
        if (order.isEmpty()) {
            return Optional.of(new UnknownEntry(entry));
        }
        return Optional.of(
                order.getAsInt() > 0
                        ? new Ahead(entry, shipped.newest().of(entry.version()).orElse(""))
                        : new Missing(entry));
    }

    private void script(Script script) {
        if (standing.entry(tool.key(script)).isPresent()) {
            return;
        }
        if (script.role() == Role.REPEATABLE) {
            pending.add(script);
            drifts.add(new Pending(script, false));
            return;
        }
        if (standing.before(script.id())) {
            return;
        }
        pending.add(script);
        drifts.add(
                newest.compare(script.id()).orElse(0) < 0
                        ? new OutOfOrder(script, newest.of(script.id()).orElse(""))
                        : new Pending(script, false));
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        if (foreign > 0) {
            notes.add(foreign + " applied of apps of which nothing is shipped here");
        }
        if (uncompared > 0) {
            notes.add(uncompared + " applied could not be held against their checksums: there are none");
        }
        if (strange > 0) {
            notes.add(strange + " applied could not be held against their checksums: checksum not understood, it is no "
                    + String.join(", ", rules) + " in hexadecimal");
        }
        return notes;
    }
}
