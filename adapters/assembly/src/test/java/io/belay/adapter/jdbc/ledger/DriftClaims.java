package io.belay.adapter.jdbc.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.jdbc.Dialect;
import io.belay.adapter.report.baseline.Baseline;
import io.belay.core.Report;
import io.belay.core.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does to a schema by hand, and what the report says of it; and what it says while it is being done. */
abstract class DriftClaims {
    private static final String[] HARBOR = {
        "create table orders (id integer primary key, destination varchar(64) not null default 'home', placed integer)",
        "create index orders_placed on orders (placed)",
        "create table berths (id integer primary key)"
    };

    static final String BY_BASELINE = "ledger: none\nexpect: { schema: baseline.json }\n";
    private static final String BY_COLUMN = "ledger: none\nexpect: { columns: { orders.note: true } }\n";

    @TempDir
    private Path folder;

    abstract Dialect dialect();

    /** How a column's type is changed. */
    abstract String widened();

    /** Gives {@code fresh}'s reader what it needs to see others at work. */
    abstract void lettingSee(Fresh fresh);

    private Run harbor() {
        var fresh = Fresh.of(dialect());
        fresh.run(HARBOR);
        lettingSee(fresh);
        return new Run(folder, fresh);
    }

    static void record(Run run) throws IOException, InterruptedException {
        var text = new StringWriter();
        Baseline.write(run.bundle(BY_BASELINE).picture("main", Run.within()), text);
        run.file("baseline.json", text.toString());
    }

    private Report changed(String... statements) throws IOException, InterruptedException {
        var run = harbor();
        record(run);
        run.fresh().run(statements);
        return run.report(BY_BASELINE);
    }

    @Test
    void eachThingThatWasDoneByHandIsALine() throws Exception {
        var report = changed(
                widened(),
                "drop index orders_placed" + (dialect() == Dialect.MYSQL ? " on orders" : ""),
                "create table scratch (id integer)",
                "alter table berths add column note varchar(20)",
                "alter table orders alter column destination set default 'away'");

        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(Run.said(report))
                .contains(
                        "orders.placed: integer | bigint",
                        "orders: index orders_placed: (placed) | missing",
                        "orders.destination: default 'home' | default 'away'",
                        "scratch: not there | 1 column",
                        "berths.note: not there | varchar(20)");
    }

    @Test
    void whatIsMadeAgainAsItWasIsNoDifference() throws Exception {
        var report = changed("drop table berths", HARBOR[2]);

        assertThat(report.verdict()).as(Run.shown(report)).isEqualTo(Verdict.PASS);
    }

    @Test
    void aBaselineOfAnotherEngineIsRefusedWithWords() throws Exception {
        var run = harbor();
        record(run);
        var other = dialect() == Dialect.POSTGRES ? "mariadb" : "postgres";
        var text = Files.readString(folder.resolve("baseline.json"))
                .replaceFirst("\"engine\" ?: ?\"[a-z]+\"", "\"engine\":\"" + other + "\"");
        run.file("baseline.json", text);
        var report = run.report(BY_BASELINE);

        assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(Run.parts(report)).anyMatch(part -> part.summary().contains(other));
    }

    /** Begins to add {@code orders.note}, and ends once {@code holding} is closed. */
    abstract FutureTask<Boolean> adding(Fresh fresh, Holding holding) throws Exception;

    /** What somebody keeps from ending. */
    interface Holding extends AutoCloseable {
        void keep(String... statements) throws SQLException;

        @Override
        void close() throws SQLException;
    }

    private static Holding holding(Fresh fresh) throws SQLException {
        var connection = fresh.connect();
        connection.setAutoCommit(false);
        return new Holding() {
            @Override
            public void keep(String... statements) throws SQLException {
                try (var statement = connection.createStatement()) {
                    for (var sql : statements) {
                        statement.execute(sql);
                    }
                }
            }

            @Override
            public void close() throws SQLException {
                connection.commit();
                connection.close();
            }
        };
    }

    @Test
    void whatIsBeingAppliedRightNowIsUnknownAndThenThere() throws Exception {
        var run = harbor();
        Report during;
        FutureTask<Boolean> adding;
        try (var holding = holding(run.fresh())) {
            adding = adding(run.fresh(), holding);
            during = run.report(BY_COLUMN);
        }
        adding.get();
        var after = run.report(BY_COLUMN);

        assertThat(during.verdict()).as(Run.shown(during)).isEqualTo(Verdict.UNKNOWN);
        assertThat(Run.shown(during)).contains("right now by");
        assertThat(after.verdict()).as(Run.shown(after)).isEqualTo(Verdict.PASS);
    }

    static void until(Fresh fresh, String sql) throws SQLException {
        var end = Instant.now().plus(Duration.ofSeconds(20));
        var found = 0L;
        while (found == 0) {
            assertThat(Instant.now()).as(sql).isBefore(end);
            try (var connection = fresh.connect();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                rows.next();
                found = rows.getLong(1);
            }
        }
    }
}
