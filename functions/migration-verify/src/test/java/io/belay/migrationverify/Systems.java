package io.belay.migrationverify;

import io.belay.core.Correlation;
import io.belay.core.Deadline;
import io.belay.core.Finding;
import io.belay.core.Progress;
import io.belay.core.Redactor;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Severity;
import io.belay.core.Time;
import io.belay.core.check.HealthSpec;
import io.belay.core.check.Limits;
import io.belay.core.ledger.Ledger;
import io.belay.core.ledger.LedgerEntry;
import io.belay.core.ledger.LedgerEntry.State;
import io.belay.core.ledger.LedgerLock;
import io.belay.core.migration.DatabaseSource;
import io.belay.core.migration.DatabaseSpec;
import io.belay.core.migration.DriftKind;
import io.belay.core.migration.Expected;
import io.belay.core.migration.LedgerChoice;
import io.belay.core.migration.MigrationsSpec;
import io.belay.core.migration.ScriptSet;
import io.belay.core.script.Additivity;
import io.belay.core.script.Script;
import io.belay.core.system.SystemSpec;
import io.belay.core.testkit.InMemoryScripts;
import io.belay.core.testkit.TestingTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A system of databases as tests write it; its parts are set before it runs. */
final class Systems {
    static final String CORRELATION = "test-correlation";

    final TestingTime time = new TestingTime();
    final List<DatabaseSpec> databases = new ArrayList<>();
    Redactor redactor = Redactor.NONE;

    Severity severity = Severity.CRITICAL;
    LedgerChoice ledgers = new LedgerChoice.Auto();
    Expected expected = Expected.NOTHING;
    List<ScriptSet> scripts = List.of();
    List<DriftKind> allowed = List.of();

    Systems with(String name, DatabaseSource source) {
        databases.add(new DatabaseSpec(
                name,
                severity,
                source,
                ledgers,
                scripts,
                expected,
                new DatabaseSpec.Tolerance(allowed, Duration.ofMinutes(15))));
        return this;
    }

    Systems shipping(String convention, String... ids) {
        scripts = List.of(InMemoryScripts.set(convention, scripts(ids)));
        return this;
    }

    Systems expectingHead(String... heads) {
        expected = new Expected(
                List.of(heads), List.of(), Optional.empty(), List.of(), Optional.empty(), Optional.empty());
        return this;
    }

    MigrationsSpec migrations() {
        return new MigrationsSpec(databases, Duration.ofSeconds(60));
    }

    Report run(Time clock, Deadline deadline, Set<String> only) {
        var health = new HealthSpec(List.of(), List.of(), new Limits(8, 8, Duration.ofSeconds(20)));
        var system = SystemSpec.of("harbor", "test", health).with(migrations()).with(redactor);
        return new MigrationVerify(system, clock, Progress.NONE)
                .apply(new Request(only, deadline, new Correlation(CORRELATION)));
    }

    Report run(String... only) {
        return run(time, time.in(Duration.ofSeconds(20)), Set.of(only));
    }

    /** What is said of the only database. */
    Finding finding() {
        var findings = run().findings();
        if (findings.size() != 1) {
            throw new IllegalStateException(findings.toString());
        }
        return findings.getFirst();
    }

    /** The only part of {@code kind}. */
    Finding part(String kind) {
        var parts = finding().parts().stream()
                .filter(part -> part.kind().equals(kind))
                .toList();
        if (parts.size() != 1) {
            throw new IllegalStateException(finding().parts().toString());
        }
        return parts.getFirst();
    }

    static Ledger ledger(String tool, LedgerLock lock, LedgerEntry... entries) {
        return new Ledger(tool, "public.ledger", List.of(entries), List.of(), lock, List.of());
    }

    /** With nobody at it. */
    static Ledger ledger(String tool, String... versions) {
        var entries = IntStream.range(0, versions.length)
                .mapToObj(index -> entry(index + 1, versions[index], State.APPLIED))
                .toArray(LedgerEntry[]::new);
        return ledger(tool, new LedgerLock.Free(), entries);
    }

    static LedgerEntry entry(long rank, String version, State state) {
        return new LedgerEntry(
                rank, version, "", state, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static LedgerLock held(LedgerLock.Session session, Duration age) {
        return new LedgerLock.Held(
                Optional.of(TestingTime.START.minus(age)),
                Optional.of("web-1"),
                session,
                Optional.of("update lock set locked = false"));
    }

    static List<Script> scripts(String... ids) {
        return Arrays.stream(ids)
                .map(id -> script(List.of(ids).indexOf(id), id, Additivity.additive()))
                .toList();
    }

    static Script script(int order, String id, Additivity additivity) {
        return new Script(id, "", "V" + id + ".sql", Script.Role.ONCE, order, List.of(), List.of(), additivity);
    }
}
