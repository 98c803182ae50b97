package io.belay.bench;

import io.belay.adapter.report.baseline.Baseline;
import io.belay.assembly.Bundle;
import io.belay.assembly.Opening;
import io.belay.assembly.SystemTime;
import io.belay.assembly.Systems;
import io.belay.core.Correlation;
import io.belay.core.Deadline;
import io.belay.core.Progress;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Verdict;
import io.belay.demo.server.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** How long migration-verify takes on a long ledger and a wide schema, beside Flyway on the same. */
final class Migrations {
    private static final int ROUNDS = 5;
    private static final OptionalDouble PROMISE = OptionalDouble.of(3_000);

    private final Migrated database;
    private final SystemTime time = new SystemTime();

    Migrations(Migrated database) {
        this.database = database;
    }

    List<Row> rows() throws IOException, InterruptedException {
        var bundle = open("ledger.yaml", "");
        var ratios = new double[ROUNDS];
        var ours = new double[ROUNDS];
        run(bundle);
        flyway();
        for (int round = 0; round < ROUNDS; round++) {
            ours[round] = milliseconds(() -> run(bundle));
            ratios[round] = ours[round] / milliseconds(this::flyway);
        }
        return List.of(
                Row.of("10,000 migrations in ledger and scripts", "ms", ours, PROMISE),
                Row.of("  over Flyway's info and validate on the same", "x", ratios, OptionalDouble.empty()),
                wide());
    }

    private Row wide() throws IOException, InterruptedException {
        record(open("record.yaml", ""));
        var bundle = open("wide.yaml", "    expect: { schema: wide.json }");
        run(bundle);
        var took = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            took[round] = milliseconds(() -> run(bundle));
        }
        return Row.of("  and a schema of 5,000 tables, 60,000 columns", "ms", took, PROMISE);
    }

    private void record(Bundle bundle) throws IOException, InterruptedException {
        var picture = bundle.picture("main", Deadline.in(Duration.ofMinutes(1), time));
        if (picture.tables().size() < Migrated.TABLES) {
            throw new IllegalStateException("a schema of " + picture.tables().size() + " tables alone");
        }
        try (var out = Files.newBufferedWriter(database.file("wide.json"))) {
            Baseline.write(picture, out);
        }
    }

    private Bundle open(String name, String expected) throws IOException {
        var file = Files.writeString(
                database.file(name), """
                system: bench
                environment: here
                migrations:
                  - name: main
                    postgres: { host: 127.0.0.1, port: %d, database: postgres, user: %s, password: "${env:PASSWORD}" }
                    ledger: flyway
                    scripts: { folder: scripts }
                """.formatted(database.port(), PostgresServer.SUPERUSER) + expected + "\n");
        var systems = new Systems(Map.of("PASSWORD", database.password()), time, Progress.NONE);
        return switch (systems.open(file)) {
            case Opening.Opened opened -> opened.bundle();
            case Opening.Refused refused -> throw new IllegalStateException(refused.why());
        };
    }

    private Report run(Bundle bundle) {
        var report = bundle.function("migration-verify")
                .apply(new Request(
                        Set.of(), Deadline.in(Duration.ofMinutes(1), time), new Correlation("bench-migrations")));
        if (report.verdict() != Verdict.PASS) {
            throw new IllegalStateException(report.findings().toString());
        }
        return report;
    }

    private void flyway() {
        var flyway = database.flyway();
        if (flyway.info().applied().length != Migrated.MIGRATIONS) {
            throw new IllegalStateException("Flyway sees another number of migrations");
        }
        flyway.validate();
    }

    private static double milliseconds(Runnable work) {
        var began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e6;
    }
}
