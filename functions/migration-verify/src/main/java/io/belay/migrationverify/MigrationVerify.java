package io.belay.migrationverify;

import static java.util.Objects.requireNonNull;

import io.belay.core.Progress;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Time;
import io.belay.core.Verdict;
import io.belay.core.round.Round;
import io.belay.core.round.Subject;
import io.belay.core.round.UnheardOf;
import io.belay.core.system.SystemSpec;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Looks at every database of a system at once and says whether it is where the release expects it.
 *
 * <p>It reads and never writes. The report is there by the request's deadline, or by the system file's own limit where that
 * is sooner: what has not finished by then is {@link Verdict#UNKNOWN}. Safe for use by many threads.
 */
public final class MigrationVerify implements Function<Request, Report> {
    private static final String NAME = "migration-verify";

    private final SystemSpec system;
    private final Time time;
    private final Progress progress;

    /** The function for {@code system}, told the time by {@code time}. */
    public MigrationVerify(SystemSpec system, Time time, Progress progress) {
        this.system = requireNonNull(system, "system");
        this.time = requireNonNull(time, "time");
        this.progress = requireNonNull(progress, "progress");
    }

    @Override
    public Report apply(Request request) {
        var started = time.instant();
        var deadline = request.deadline().within(system.migrations().within());
        var databases = system.migrations().databases().stream()
                .<Subject>map(database -> new DatabaseSubject(database, system.redactor(), time, deadline))
                .toList();
        var subjects = databases.isEmpty() && request.only().isEmpty()
                ? List.<Subject>of(new UnheardOf(
                        "migrations", "the system file names no database under migrations: none was looked at"))
                : Round.wanted(
                        databases, request.only(), "the system file has no database of this name under migrations");

        progress.started(subjects.size());
        var findings = new Round(subjects, system.redactor(), progress, deadline).run();

        return new Report(
                NAME,
                system.name(),
                system.environment(),
                request.correlation(),
                started,
                Duration.between(started, time.instant()),
                findings);
    }
}
