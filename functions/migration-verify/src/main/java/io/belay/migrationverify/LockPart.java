package io.belay.migrationverify;

import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Verdict;
import io.belay.core.ledger.Ledger;
import io.belay.core.ledger.LedgerLock;
import io.belay.core.migration.DriftKind;
import io.belay.migrationverify.ledger.LockState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said of a tool's lock that is held. */
record LockPart(Ledger ledger, LockState state, List<DriftKind> allowed) {
    Optional<Finding> finding() {
        return switch (state) {
            case LockState.Idle _ -> Optional.empty();
            case LockState.AtWork work ->
                Optional.of(part(
                        Verdict.UNKNOWN,
                        "being applied right now: " + work.who() + "; ask again",
                        evidence(work.lock(), Evidence.noted("lock", work.who()))));
            case LockState.Stuck stuck -> Optional.of(stuck(stuck));
        };
    }

    private Finding stuck(LockState.Stuck stuck) {
        var drift = stuck.drift();
        var may = allowed.contains(DriftKind.STUCK_LOCK);
        return part(
                may ? Verdict.PASS : Verdict.FAIL,
                "stuck: " + drift.observed(),
                evidence(
                        drift.lock(), Evidence.compared(drift.kind().word(), drift.expected(), drift.observed(), may)));
    }

    private Finding part(Verdict verdict, String summary, List<Evidence> evidence) {
        return Parts.of(ledger.tool() + " " + ledger.table(), "lock", verdict, summary, evidence);
    }

    /** The statement is for a person, who may know better; it is never run from here. */
    private static List<Evidence> evidence(LedgerLock.Held lock, Evidence first) {
        var evidence = new ArrayList<>(List.of(first));
        lock.since().ifPresent(since -> evidence.add(Evidence.noted("since", since.toString())));
        lock.release()
                .ifPresent(statement -> evidence.add(Evidence.noted("to release it, once it is sure", statement)));
        return evidence;
    }
}
