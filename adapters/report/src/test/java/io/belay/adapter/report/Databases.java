package io.belay.adapter.report;

import static io.belay.core.Evidence.compared;
import static io.belay.core.Evidence.noted;

import io.belay.core.Correlation;
import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Report;
import io.belay.core.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Reports of {@code migration-verify} that every face is tried with. */
final class Databases {
    private static final String AT = "db.harbor.example:5432/harbor";

    private Databases() {}

    /** One database where everything is wrong that can be, one that is as it should be, one that did not answer. */
    static Report harbor() {
        return report(List.of(
                drifted(),
                database(
                        "customers",
                        "mysql",
                        Verdict.PASS,
                        "005 is the head of 5 migrations; as recorded",
                        List.of(
                                part("server", "server", Verdict.PASS, "MySQL 8.0.41", noted("version", "8.0.41")),
                                part(
                                        "liquibase DATABASECHANGELOG",
                                        "ledger",
                                        Verdict.PASS,
                                        "5 applied, none pending",
                                        compared("head", "005", "005", true)),
                                part("baseline.json", "schema", Verdict.PASS, "as recorded"))),
                database("archive", "postgres", Verdict.UNKNOWN, "denied: password authentication failed", List.of())));
    }

    private static Finding drifted() {
        return database(
                "main",
                "postgres",
                Verdict.FAIL,
                "1 pending, 1 changed; 6 differences from baseline.json",
                List.of(
                        part(
                                "server",
                                "server",
                                Verdict.PASS,
                                "PostgreSQL 17.2",
                                compared("version", ">= 17", "17.2", true)),
                        part(
                                "flyway public.flyway_schema_history",
                                "ledger",
                                Verdict.FAIL,
                                "1 pending, 1 changed, 1 ahead",
                                compared(
                                        "pending 005",
                                        "applied",
                                        "not applied; shipped as V005__add_berths.sql",
                                        false),
                                compared("changed 003", "checksum -1310594123", "checksum 902381273", false),
                                compared("head", "005", "004", false),
                                noted("ahead 20261120 (allowed)", "applied 2026-11-20T08:00:00Z, not shipped")),
                        part(
                                "flyway public.flyway_schema_history",
                                "lock",
                                Verdict.FAIL,
                                "held for 3h by a session that is gone",
                                compared("stuck-lock", "free", "held by deploy-7 since 2026-11-21T05:00:00Z", false),
                                noted(
                                        "to release it",
                                        "DELETE FROM flyway_schema_history WHERE installed_rank = -100")),
                        part(
                                "baseline.json",
                                "schema",
                                Verdict.FAIL,
                                "6 differences from baseline.json",
                                compared(
                                        "orders.destination",
                                        "varchar(64) not null",
                                        "missing; renamed to dest?",
                                        false),
                                compared(
                                        "orders.dest",
                                        "not there",
                                        "varchar(64) not null; renamed from destination?",
                                        false),
                                compared("orders.weight", "bigint", "integer", false),
                                compared("orders: index orders_by_state", "(state)", "missing", false),
                                compared(
                                        "view open_orders",
                                        "SELECT o.id, o.state, o.placed FROM orders o JOIN customers c ON c.id = o.customer"
                                                + " WHERE o.state <> 'delivered' ORDER BY o.placed",
                                        "SELECT o.id, o.state, o.placed FROM orders o JOIN customers c ON c.id = o.customer"
                                                + " WHERE o.state = 'open' ORDER BY o.placed",
                                        false),
                                compared("audit_2026", "not there", "12 columns", false),
                                noted("routine settle", "not known, denied to this user"),
                                compared("routine close", "recorded", "not known, denied to this user", false)),
                        part(
                                "expected",
                                "expected",
                                Verdict.FAIL,
                                "orders.destination is missing",
                                compared("orders.destination", "varchar(64) not null", "missing", false),
                                compared("orders", "a table", "a table", true)),
                        part("roles", "rows", Verdict.PASS, "3", compared("value", "3", "3", true)),
                        new Finding(
                                "latency",
                                "latency",
                                "",
                                Verdict.WARN,
                                "p95 is 31ms, expected <= 20ms",
                                List.of(compared("p95", "<= 20ms", "31ms", false)),
                                Duration.ofMillis(612),
                                IntStream.range(0, 50)
                                        .mapToObj(i -> Duration.ofMillis(4 + i * i / 80))
                                        .toList(),
                                List.of())));
    }

    /** One database with {@code count} differences of every sort, their names of {@code length} characters or more. */
    static Report differing(int count, int length) {
        return report(List.of(database(
                "main",
                "postgres",
                count == 0 ? Verdict.PASS : Verdict.FAIL,
                count + " differences from baseline.json",
                List.of(part(
                        "baseline.json",
                        "schema",
                        count == 0 ? Verdict.PASS : Verdict.FAIL,
                        count + " differences from baseline.json",
                        IntStream.range(0, count)
                                .mapToObj(i -> difference(i, length))
                                .toArray(Evidence[]::new))))));
    }

    private static Evidence difference(int i, int length) {
        var place = "table_" + i / 6 + "." + "column_" + i + "x".repeat(Math.max(0, length - 16));
        return switch (i % 4) {
            case 0 -> compared(place, "varchar(64) not null", "missing", false);
            case 1 -> compared(place, "not there", "bigint", false);
            case 2 -> compared(place, "bigint", "integer", false);
            default -> compared(place, "not null", "nullable", false);
        };
    }

    /** Every hostile text in every place of a schema's difference and of a ledger's drift. */
    static Report hostile() {
        return report(Reports.HOSTILE.stream()
                .map(text -> {
                    var all = new Evidence[] {
                        compared(text, text, "missing; renamed to " + text + "?", false),
                        compared(text, "not there", text, false),
                        compared(text, text, text + " changed", false),
                        noted(text, text)
                    };
                    return new Finding(
                            text,
                            "postgres",
                            text,
                            Verdict.FAIL,
                            text,
                            List.of(),
                            Duration.ZERO,
                            List.of(),
                            List.of(
                                    part(text, "schema", Verdict.FAIL, text, all),
                                    part(text, "ledger", Verdict.FAIL, text, all)));
                })
                .toList());
    }

    static Report report(List<Finding> findings) {
        return new Report(
                "migration-verify",
                "harbor",
                "prod",
                new Correlation("0af7651916cd43dd8448eb211c80319c"),
                Instant.parse("2026-11-21T08:00:00Z"),
                Duration.ofMillis(212),
                findings);
    }

    static Finding database(String name, String engine, Verdict verdict, String summary, List<Finding> parts) {
        return new Finding(name, engine, AT, verdict, summary, List.of(), Duration.ofMillis(48), List.of(), parts);
    }

    static Finding part(String subject, String kind, Verdict verdict, String summary, Evidence... evidence) {
        return new Finding(subject, kind, "", verdict, summary, List.of(evidence), Duration.ZERO);
    }
}
