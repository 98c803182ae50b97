package io.belay.migrationverify;

import static java.util.Objects.requireNonNull;

import io.belay.core.Deadline;
import io.belay.core.PortException;
import io.belay.core.ledger.Ledger;
import io.belay.core.ledger.LedgerReading;
import io.belay.core.migration.Asked;
import io.belay.core.migration.DatabaseReading;
import io.belay.core.migration.DatabaseReading.Part;
import io.belay.core.migration.DatabaseSpec;
import io.belay.core.migration.LedgerChoice;
import io.belay.core.migration.MigrationsSpec;
import io.belay.core.release.SchemaGate;
import io.belay.core.script.Additivity;
import io.belay.migrationverify.ledger.Mark;
import io.belay.migrationverify.ledger.SinceJudge;
import io.belay.migrationverify.ledger.SinceJudge.Applied;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells by their ledgers, or by their schemas where there is none, whether the databases of a system still suit a release that was
 * good when they stood elsewhere. What cannot be told is unclear, which is never to be read as additive.
 *
 * @param migrations the databases, and the scripts that the release ships for each
 */
public record MigrationGate(MigrationsSpec migrations) implements SchemaGate {
    public MigrationGate {
        requireNonNull(migrations, "migrations");
    }

    @Override
    public Map<String, List<String>> heads(Deadline deadline) throws InterruptedException {
        var heads = new LinkedHashMap<String, List<String>>();
        for (var database : migrations.databases()) {
            heads.put(database.name(), marks(database, read(database, deadline)));
        }
        return heads;
    }

    private static List<String> marks(DatabaseSpec database, DatabaseReading reading) {
        return hasLedger(database)
                ? ledgers(reading).stream()
                        .flatMap(ledger -> Mark.of(ledger).stream())
                        .toList()
                : List.of(SchemaMark.of(reading));
    }

    private static boolean hasLedger(DatabaseSpec database) {
        return !(database.ledgers() instanceof LedgerChoice.None);
    }

    @Override
    public Since since(Map<String, List<String>> heads, Deadline deadline) throws InterruptedException {
        var all = new ArrayList<Applied>();
        for (var database : migrations.databases()) {
            since(database, heads.getOrDefault(database.name(), List.of()), deadline)
                    .forEach(each -> all.add(of(database, each)));
        }
        return new Since(
                worst(all.stream().map(Applied::answer).toList()),
                all.stream().map(Applied::what).filter(what -> !what.isEmpty()).toList());
    }

    private static Stream<Applied> since(DatabaseSpec database, List<String> marks, Deadline deadline)
            throws InterruptedException {
        var reading = read(database, deadline);
        var shipments = Shipments.read(database.scripts());
        var flight = new Verification(database, reading, shipments).flight();
        var told = hasLedger(database)
                ? since(ledgers(reading), shipments, marks)
                : SchemaMark.since(marks, reading).stream();
        return Stream.concat(
                told, flight.who().stream().map(who -> unclear("it is being applied to right now by " + who)));
    }

    private static Stream<Applied> since(List<Ledger> ledgers, Shipments shipments, List<String> marks) {
        var tools = ledgers.stream().map(Ledger::tool).toList();
        return ledgers.stream()
                .flatMap(ledger -> tools.stream().filter(ledger.tool()::equals).count() > 1
                        ? Stream.of(unclear("several ledgers of " + ledger.tool() + " cannot be told apart"))
                        : SinceJudge.judge(ledger, shipments.of(ledger, tools), marks).stream());
    }

    private static Applied unclear(String why) {
        return new Applied("", Additivity.unclear(1, "ledger", why));
    }

    private static DatabaseReading read(DatabaseSpec database, Deadline deadline) throws InterruptedException {
        return database.source()
                .read(new Asked(database.ledgers(), !hasLedger(database), List.of(), Optional.empty()), deadline);
    }

    private static List<Ledger> ledgers(DatabaseReading reading) {
        var ledgers = new ArrayList<Ledger>();
        switch (reading.ledgers()) {
            case Part.Unread<List<LedgerReading>>(var fault) -> throw new PortException(fault);
            case Part.Seen<List<LedgerReading>>(var found) -> {
                for (var each : found) {
                    switch (each) {
                        case LedgerReading.Seen seen -> ledgers.add(seen.ledger());
                        case LedgerReading.Unread unread -> throw new PortException(unread.fault());
                    }
                }
            }
        }
        return ledgers;
    }

    /** The same, told with its database. */
    private static Applied of(DatabaseSpec database, Applied applied) {
        var begin = database.name() + (applied.what().isEmpty() ? "" : " " + applied.what());
        return new Applied(
                applied.what().isEmpty() ? "" : begin,
                switch (applied.answer()) {
                    case Additivity.Additive additive -> additive;
                    case Additivity.NotAdditive not -> new Additivity.NotAdditive(named(begin, not.reasons()));
                    case Additivity.Unclear unclear -> new Additivity.Unclear(named(begin, unclear.reasons()));
                });
    }

    private static List<Additivity.Reason> named(String begin, List<Additivity.Reason> reasons) {
        return reasons.stream()
                .map(reason -> new Additivity.Reason(
                        reason.line(), reason.statement(), OneLine.of(begin + ": " + reason.why())))
                .toList();
    }

    private static Additivity worst(List<Additivity> answers) {
        var hurts = answers.stream()
                .flatMap(each -> each instanceof Additivity.NotAdditive not ? not.reasons().stream() : Stream.empty())
                .toList();
        if (!hurts.isEmpty()) {
            return new Additivity.NotAdditive(hurts);
        }
        var unclear = answers.stream()
                .flatMap(each -> each instanceof Additivity.Unclear some ? some.reasons().stream() : Stream.empty())
                .toList();
        return unclear.isEmpty() ? Additivity.additive() : new Additivity.Unclear(unclear);
    }
}
