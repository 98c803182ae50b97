package io.belay.migrationverify;

import io.belay.core.Deadline;
import io.belay.core.Finding;
import io.belay.core.Time;
import io.belay.core.Verdict;
import io.belay.core.migration.DatabaseSpec;
import io.belay.core.round.Subject;
import java.time.Duration;
import java.util.List;

/** A database, and where the release expects it. */
record DatabaseSubject(DatabaseSpec database, Time time, Deadline deadline) implements Subject {
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
        return new Finding(
                name(),
                kind(),
                database.source().target().address(),
                Verdict.UNKNOWN,
                "its reading is not judged yet",
                List.of(),
                Duration.between(started, time.instant()));
    }
}
