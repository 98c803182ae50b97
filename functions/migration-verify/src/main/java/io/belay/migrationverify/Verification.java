package io.belay.migrationverify;

import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Verdict;
import io.belay.core.fact.Spans;
import io.belay.core.ledger.LedgerReading;
import io.belay.core.migration.DatabaseReading;
import io.belay.core.migration.DatabaseReading.Change;
import io.belay.core.migration.DatabaseReading.Part;
import io.belay.core.migration.DatabaseSpec;
import io.belay.core.migration.LedgerChoice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds what a database said against all that is expected of it. Pure, but for a baseline that is read where one is named. */
record Verification(DatabaseSpec database, DatabaseReading reading, Shipments shipments) {
    /** Each part of the finding, before its severity is weighed. */
    List<Finding> parts() {
        var ledgers = ledgers();
        var flight = flight(ledgers);
        var parts = new ArrayList<Finding>();
        changing().stream().limit(Parts.MOST).forEach(change -> parts.add(change(change)));
        parts.addAll(shipments.problems());
        if (reading.ledgers() instanceof Part.Unread<List<LedgerReading>>(var fault)
                && !(database.ledgers() instanceof LedgerChoice.None)) {
            parts.add(Parts.unread("ledger", "ledger", fault));
        }
        ledgers.ifPresent(found -> parts.addAll(found.findings(flight)));
        parts.addAll(new SchemaParts(database.expected(), reading.schema(), flight).findings());
        parts.addAll(new MeasureParts(database.expected(), reading, flight).findings());
        return parts;
    }

    /** Empty where none was to be read, or none could be. */
    private Optional<LedgerParts> ledgers() {
        return switch (reading.ledgers()) {
            case Part.Unread<List<LedgerReading>> _ -> Optional.empty();
            case Part.Seen<List<LedgerReading>>(var found) ->
                database.ledgers() instanceof LedgerChoice.None
                        ? Optional.empty()
                        : Optional.of(new LedgerParts(database, reading, found, shipments));
        };
    }

    /** What is being applied right now. */
    Flight flight() {
        return flight(ledgers());
    }

    private Flight flight(Optional<LedgerParts> ledgers) {
        return new Flight(Stream.concat(
                        ledgers.stream().flatMap(LedgerParts::atWork),
                        changing().stream().map(this::who))
                .toList());
    }

    /** What has been going on for longer than a tool may hold its lock is no migration that is about to end. */
    private List<Change> changing() {
        return switch (reading.changes()) {
            case Part.Unread<List<Change>> _ -> List.of();
            case Part.Seen<List<Change>>(var changes) ->
                changes.stream()
                        .filter(change -> age(change)
                                .filter(age ->
                                        age.compareTo(database.tolerance().lock()) > 0)
                                .isEmpty())
                        .toList();
        };
    }

    private Optional<Duration> age(Change change) {
        return change.since()
                .map(since -> Duration.between(since, reading.now()))
                .filter(age -> !age.isNegative());
    }

    private String who(Change change) {
        return change.session() + " (" + change.what() + ")"
                + age(change).map(age -> " for " + Spans.shown(age)).orElse("");
    }

    private Finding change(Change change) {
        return Parts.of(
                change.session(),
                "changes",
                Verdict.UNKNOWN,
                "the schema is being changed right now by " + who(change) + ", ask again",
                List.of());
    }

    /** What a reader ought to know of who answered. */
    List<Evidence> notes() {
        var server = reading.server();
        var notes = new ArrayList<Evidence>();
        notes.add(Evidence.noted("server", server.product() + " " + server.version()));
        if (server.replica()) {
            notes.add(Evidence.noted(
                    "replica", "it may be behind, and shows no lock that is held on the one it follows"));
        }
        switch (reading.changes()) {
            case Part.Unread<List<Change>>(var fault) ->
                notes.add(Evidence.noted("changes", "whether the schema is being changed could not be read: " + fault));
            case Part.Seen<List<Change>>(var changes) ->
                changes.stream()
                        .filter(change -> !changing().contains(change))
                        .limit(Parts.MOST)
                        .forEach(change -> notes.add(Evidence.noted("at the schema for long", who(change))));
        }
        return notes;
    }
}
