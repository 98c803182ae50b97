package io.belay.migrationverify.ledger;

import io.belay.core.script.Script;
import java.util.List;

/**
 * What a ledger tells of the scripts.
 *
 * @param drifts without those of heads
 * @param applied how many of the scripts, and how many besides
 * @param pending what is still to be run
 */
record Told(List<Drift> drifts, int applied, List<Script> pending, List<String> notes) {
    Told {
        drifts = List.copyOf(drifts);
        pending = List.copyOf(pending);
        notes = List.copyOf(notes);
    }
}
