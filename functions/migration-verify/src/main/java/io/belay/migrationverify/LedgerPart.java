package io.belay.migrationverify;

import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Verdict;
import io.belay.core.ledger.Ledger;
import io.belay.core.ledger.LedgerEntry;
import io.belay.core.migration.DriftKind;
import io.belay.core.script.Additivity;
import io.belay.core.script.Script;
import io.belay.migrationverify.ledger.Drift;
import io.belay.migrationverify.ledger.Drift.OtherHead;
import io.belay.migrationverify.ledger.Judged;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is said of one ledger.
 *
 * @param scripts how many are shipped for it; empty where that is not known
 * @param heads those that the system file names
 * @param allowed kinds of drift that fail nothing
 */
record LedgerPart(
        Ledger ledger,
        Judged judged,
        Optional<Integer> scripts,
        List<String> heads,
        List<DriftKind> allowed,
        Flight flight) {
    private static final int NAMED = 3;

    Finding finding() {
        var unmet = judged.drifts().stream().filter(drift -> !allowed(drift)).toList();
        if (!unmet.isEmpty()) {
            return part(flight.weigh(Verdict.FAIL), flight.told(summary(unmet)));
        }
        if (scripts.isEmpty() && heads.isEmpty() && judged.applied() == 0) {
            return part(Verdict.UNKNOWN, "nothing is applied, and nothing says what is expected");
        }
        return part(Verdict.PASS, praise());
    }

    private Finding part(Verdict verdict, String summary) {
        return Parts.of(ledger.tool() + " " + ledger.table(), "ledger", verdict, summary, evidence());
    }

    private boolean allowed(Drift drift) {
        return allowed.contains(drift.kind())
                || (drift instanceof OtherHead other && other.ahead() && allowed.contains(DriftKind.AHEAD));
    }

    /** {@code 2 pending (005, 006), 1 changed (003)}. */
    private static String summary(List<Drift> drifts) {
        return drifts.stream().collect(Collectors.groupingBy(Drift::kind)).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> summary(each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String summary(DriftKind kind, List<Drift> drifts) {
        return switch (kind) {
            case SEVERAL_HEADS -> "several heads: " + drifts.getFirst().observed();
            case OTHER_HEAD ->
                "at " + drifts.getFirst().observed() + ", expected "
                        + drifts.getFirst().expected();
            case PENDING, FAILED, CHANGED, MISSING, OUT_OF_ORDER, AHEAD, UNKNOWN_ENTRY, STUCK_LOCK ->
                drifts.size() + " " + kind.word() + " "
                        + drifts.stream()
                                .limit(NAMED)
                                .map(Drift::migration)
                                .collect(Collectors.joining(", ", "(", drifts.size() > NAMED ? ", ...)" : ")"));
        };
    }

    private String praise() {
        var head = judged.heads().isEmpty()
                ? ""
                : ", " + (heads.isEmpty() ? "newest " : "head ") + String.join(", ", judged.heads());
        var when = judged.last()
                .flatMap(LedgerEntry::appliedAt)
                .map(at -> ", the last at " + at.truncatedTo(ChronoUnit.SECONDS))
                .orElse("");
        var rest = scripts.map(count -> "; " + Parts.counted(count, "script") + " shipped")
                .orElse(heads.isEmpty() ? "; nothing says what is expected" : "");
        return Parts.counted(judged.applied(), "migration") + " applied" + head + when + rest;
    }

    private List<Evidence> evidence() {
        var evidence = new ArrayList<Evidence>();
        judged.drifts()
                .forEach(drift -> evidence.add(Evidence.compared(
                        (drift.kind().word() + " " + drift.migration()).strip(),
                        drift.expected(),
                        drift.observed(),
                        allowed(drift))));
        var bounded = new ArrayList<>(Parts.bounded(evidence));
        judged.running().forEach(each -> bounded.add(Evidence.noted("running", each)));
        judged.pending().stream()
                .limit(Parts.MOST)
                .forEach(script -> additivity(script)
                        .ifPresent(why -> bounded.add(Evidence.noted("not additive " + script.id(), why))));
        if (!judged.heads().isEmpty()) {
            bounded.add(Evidence.noted("head", String.join(", ", judged.heads())));
        }
        bounded.add(Evidence.noted("applied", String.valueOf(judged.applied())));
        judged.notes().forEach(note -> bounded.add(Evidence.noted("note", note)));
        return bounded;
    }

    /** Why the release before may not live with it. */
    private static Optional<String> additivity(Script script) {
        return switch (script.additivity()) {
            case Additivity.Additive _ -> Optional.empty();
            case Additivity.NotAdditive not -> Optional.of(said(not.reasons()));
            case Additivity.Unclear unclear -> Optional.of("unclear: " + said(unclear.reasons()));
        };
    }

    private static String said(List<Additivity.Reason> reasons) {
        var first = reasons.getFirst();
        return "line " + first.line() + ", " + first.statement() + ": " + first.why()
                + (reasons.size() > 1 ? "; and " + (reasons.size() - 1) + " more" : "");
    }
}
