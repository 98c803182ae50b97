package io.belay.migrationverify;

import io.belay.core.Deadline;
import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.PortException;
import io.belay.core.Redactor;
import io.belay.core.Time;
import io.belay.core.Verdict;
import io.belay.core.migration.Asked;
import io.belay.core.migration.DatabaseSpec;
import io.belay.core.migration.Expected;
import io.belay.core.round.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** A database, and where the release expects it. */
record DatabaseSubject(DatabaseSpec database, Redactor redactor, Time time, Deadline deadline) implements Subject {
    private static final int NAMED = 3;

    @Override
    public String name() {
        return database.name();
    }

    @Override
    public String kind() {
        return database.source().engine();
    }

    @Override
    public Finding find() throws InterruptedException {
        var started = time.instant();
        try {
            var reading = database.source().read(asked(), deadline);
            var verification = new Verification(database, reading, Shipments.read(database.scripts()));
            var parts = verification.parts().stream().map(this::weighed).toList();
            return Parts.clean(
                    finding(
                            started,
                            parts,
                            verification.notes(),
                            reading.server().replica()),
                    redactor);
        } catch (PortException cannot) {
            return new Finding(
                    name(),
                    kind(),
                    database.source().target().address(),
                    Verdict.UNKNOWN,
                    "could not be read: " + cannot.fault(),
                    List.of(),
                    Duration.between(started, time.instant()));
        }
    }

    private Asked asked() {
        var expected = database.expected();
        return new Asked(
                database.ledgers(),
                expected.ofSchema(),
                expected.rows().stream().map(Expected.RowCheck::query).toList(),
                expected.latency().map(check -> new Asked.Sampled(check.query(), check.samples())));
    }

    private Finding finding(Instant started, List<Finding> parts, List<Evidence> notes, boolean replica) {
        var verdict = Verdict.worst(parts.stream().map(Finding::verdict).toList());
        return new Finding(
                name(),
                kind(),
                database.source().target().address(),
                verdict,
                summary(verdict, parts) + (replica ? "; of a replica, which may be behind" : ""),
                notes,
                Duration.between(started, time.instant()),
                List.of(),
                parts);
    }

    private static String summary(Verdict verdict, List<Finding> parts) {
        if (parts.isEmpty()) {
            return "nothing is expected of it: no ledger, no schema, no rows";
        }
        var named = parts.stream().filter(part -> part.verdict() == verdict).toList();
        var said = named.stream()
                .limit(verdict == Verdict.PASS ? NAMED : 1)
                .map(part -> part.subject() + ": " + part.summary())
                .collect(Collectors.joining("; "));
        var left = named.size() - (verdict == Verdict.PASS ? NAMED : 1);
        return left > 0 ? said + "; and " + left + " more" : said;
    }

    private Finding weighed(Finding part) {
        return new Finding(
                part.subject(),
                part.kind(),
                part.target(),
                database.severity().weigh(part.verdict()),
                part.summary(),
                part.evidence(),
                part.took(),
                part.samples(),
                part.parts());
    }
}
