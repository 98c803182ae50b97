package io.belay.migrationverify;

import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Verdict;
import io.belay.core.ledger.Ledger;
import io.belay.core.ledger.LedgerEntry.State;
import io.belay.core.ledger.LedgerLock;
import io.belay.core.ledger.LedgerReading;
import io.belay.core.migration.DatabaseReading;
import io.belay.core.migration.DatabaseSpec;
import io.belay.core.migration.DriftKind;
import io.belay.migrationverify.ledger.LedgerJudge;
import io.belay.migrationverify.ledger.LockState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is said of the ledgers that were found. */
record LedgerParts(DatabaseSpec database, DatabaseReading reading, List<LedgerReading> ledgers, Shipments shipments) {
    private static final String KIND = "ledger";

    private List<Ledger> seen() {
        return ledgers.stream()
                .flatMap(each -> each instanceof LedgerReading.Seen seen ? Stream.of(seen.ledger()) : Stream.empty())
                .toList();
    }

    private List<String> tools() {
        return ledgers.stream()
                .map(each -> switch (each) {
                    case LedgerReading.Seen seen -> seen.ledger().tool();
                    case LedgerReading.Unread unread -> unread.tool();
                })
                .toList();
    }

    private LockState lock(Ledger ledger) {
        return LockState.of(ledger.lock(), reading.now(), database.tolerance().lock());
    }

    /** Who is at it, as far as ledgers tell. */
    Stream<String> atWork() {
        return seen().stream().flatMap(ledger -> switch (lock(ledger)) {
            case LockState.AtWork work -> Stream.of(ledger.tool() + ", its lock " + work.who());
            case LockState.Stuck _ -> Stream.empty();
            case LockState.Idle _ ->
                ledger.entries().stream()
                        .filter(entry -> entry.state() == State.RUNNING)
                        .map(entry -> ledger.tool() + ", at " + entry.version());
        });
    }

    List<Finding> findings(Flight flight) {
        if (ledgers.isEmpty()) {
            return List.of(Parts.of(
                    KIND,
                    KIND,
                    Verdict.UNKNOWN,
                    "no ledger was found; where there is none, the system file says ledger: none",
                    List.of()));
        }
        var parts = new ArrayList<Finding>();
        for (var each : ledgers) {
            switch (each) {
                case LedgerReading.Seen seen -> parts.addAll(of(seen.ledger(), flight));
                case LedgerReading.Unread unread ->
                    parts.add(Parts.unread(unread.tool() + " " + unread.table(), KIND, unread.fault()));
            }
        }
        parts.addAll(shipments.unmatched(tools()));
        homeless(flight).ifPresent(parts::add);
        return parts;
    }

    /** Each of several ledgers may be at some head that is named, and a head at none. */
    private Optional<Finding> homeless(Flight flight) {
        var seen = seen();
        if (seen.size() < 2 || seen.size() < ledgers.size()) {
            return Optional.empty();
        }
        var evidence = database.expected().heads().stream()
                .filter(head -> seen.stream().noneMatch(ledger -> LedgerJudge.at(ledger, head)))
                .map(head -> Evidence.compared(
                        DriftKind.OTHER_HEAD.word(), head, "no ledger is at it", allows(DriftKind.OTHER_HEAD)))
                .toList();
        if (evidence.isEmpty()) {
            return Optional.empty();
        }
        var verdict = allows(DriftKind.OTHER_HEAD) ? Verdict.PASS : flight.weigh(Verdict.FAIL);
        var summary = "no ledger is at " + evidence.getFirst().expected().orElse("");
        return Optional.of(Parts.of("heads", KIND, verdict, flight.told(summary), evidence));
    }

    private boolean allows(DriftKind kind) {
        return database.tolerance().allowed().contains(kind);
    }

    private List<Finding> of(Ledger ledger, Flight flight) {
        var state = lock(ledger);
        var allowed = database.tolerance().allowed();
        var heads = database.expected().heads();
        var scripts = shipments.of(ledger, tools());
        var judged = LedgerJudge.judge(settled(ledger, state), scripts, heads, ledgers.size() == 1);
        var part = new LedgerPart(ledger, judged, scripts.map(List::size), heads, allowed, flight);
        var unshipped = scripts.isEmpty() && !shipments.scripts().isEmpty();
        return Stream.concat(
                        Stream.of(unshipped ? noted(part.finding()) : part.finding()),
                        new LockPart(ledger, state, allowed).finding().stream())
                .toList();
    }

    /** What somebody was at who is gone will not come to its end. */
    private static Ledger settled(Ledger ledger, LockState state) {
        if (!(state instanceof LockState.Stuck stuck) || stuck.drift().lock().session() != LedgerLock.Session.GONE) {
            return ledger;
        }
        return new Ledger(
                ledger.tool(),
                ledger.table(),
                ledger.entries().stream()
                        .map(entry -> entry.state() == State.RUNNING ? entry.as(State.FAILED) : entry)
                        .toList(),
                ledger.heads(),
                ledger.lock(),
                ledger.notes());
    }

    private static Finding noted(Finding part) {
        return Parts.of(
                part.subject(),
                part.kind(),
                part.verdict(),
                part.summary() + "; no scripts are given for it",
                part.evidence());
    }
}
