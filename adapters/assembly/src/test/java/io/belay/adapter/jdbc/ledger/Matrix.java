package io.belay.adapter.jdbc.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.belay.adapter.jdbc.Dialect;
import io.belay.core.Report;
import io.belay.core.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** Each tool's ledger on one engine, clean and with each thing that it can tell, from the system file to the report. */
record Matrix(Dialect dialect, Path folder) {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final List<Written> CLEAN = List.of(Written.whole(1), Written.whole(2));

    Stream<DynamicTest> tests() {
        return Stream.concat(
                Arrays.stream(Kept.values()).flatMap(this::tests),
                Arrays.stream(Applied.values()).flatMap(this::tests));
    }

    static String taking(Dialect dialect, String key) {
        return dialect == Dialect.POSTGRES
                ? "select pg_advisory_lock(" + key + ")"
                : "select get_lock('" + key + "', 0)";
    }

    private static Stream<Sign> signs(List<String> columns) {
        return Arrays.stream(Sign.values()).filter(sign -> columns.contains(sign.column()));
    }

    private Stream<DynamicTest> tests(Kept tool) {
        var fresh = Fresh.of(dialect);
        fresh.run(tool.tables(dialect));
        var locking = locking(tool, fresh);
        return Stream.concat(
                Stream.of(test(tool.word(), "clean", () -> clean(report(tool, fresh, CLEAN, List.of(1, 2))))),
                signs(tool.columns())
                        .filter(sign -> sign != Sign.LOCK || locking.isPresent())
                        .map(sign -> test(tool.word(), sign.column(), () -> {
                            if (sign == Sign.LOCK) {
                                var run = written(tool, fresh, CLEAN, List.of(1, 2));
                                locked(fresh, locking.orElseThrow(), () -> run.report(lines(tool.word())));
                                return;
                            }
                            told(sign, report(tool, fresh, sign.written(), sign.shipped()));
                        })));
    }

    private Stream<DynamicTest> tests(Applied tool) {
        return Stream.concat(
                Stream.of(test(tool.word(), "clean", () -> clean(report(tool, Fresh.of(dialect), CLEAN, CLEAN)))),
                signs(tool.columns())
                        .map(sign -> test(tool.word(), sign.column(), () -> {
                            var fresh = Fresh.of(dialect);
                            var shipped =
                                    sign.shipped().stream().map(Written::whole).toList();
                            if (sign == Sign.LOCK) {
                                var run = applied(tool, fresh, CLEAN, CLEAN);
                                locked(fresh, tool.locking(fresh), () -> run.report(lines(tool.word())));
                                return;
                            }
                            told(sign, report(tool, fresh, sign.written(), shipped));
                        })));
    }

    private DynamicTest test(String tool, String what, Executable claim) {
        return dynamicTest(tool + " " + what, claim);
    }

    private static void clean(Report report) {
        assertThat(report.verdict()).as(() -> Run.shown(report)).isEqualTo(Verdict.PASS);
    }

    private static void told(Sign sign, Report report) {
        assertThat(report.verdict()).as(() -> Run.shown(report)).isEqualTo(Verdict.FAIL);
        assertThat(Run.said(report)).anyMatch(said -> said.startsWith(sign.word()));
    }

    /** A lock of the server's has no age where nobody says since when it is held: then somebody is at work. */
    private static void locked(Fresh fresh, String locking, Asking asking) throws Exception {
        try (var holder = fresh.connect();
                var statement = holder.createStatement()) {
            statement.execute(locking);
            var report = asking.report();

            assertThat(report.verdict()).as(() -> Run.shown(report)).isIn(Verdict.FAIL, Verdict.UNKNOWN);
            assertThat(Run.parts(report).filter(part -> part.kind().equals("lock")))
                    .singleElement()
                    .satisfies(part -> assertThat(part.summary())
                            .matches(part.verdict() == Verdict.FAIL ? "stuck: held.*" : "being applied right now: .*"));
        }
    }

    @FunctionalInterface
    private interface Asking {
        Report report() throws Exception;
    }

    private Optional<String> locking(Kept tool, Fresh fresh) {
        var table =
                Arrays.stream(tool.tables(dialect)).findFirst().orElseThrow().split(" ", -1)[2];
        return tool.keys(new Place(dialect, fresh.name(), fresh.schema(), table, List.of())).stream()
                .findFirst()
                .map(key -> taking(dialect, key))
                .or(tool::locking);
    }

    private Report report(Kept tool, Fresh fresh, List<Written> rows, List<Integer> shipped) throws IOException {
        return written(tool, fresh, rows, shipped).report(lines(tool.word()));
    }

    private Run written(Kept tool, Fresh fresh, List<Written> rows, List<Integer> shipped) throws IOException {
        var run = new Run(folder.resolve(String.valueOf(NUMBER.incrementAndGet())), fresh);
        for (var number : shipped) {
            run.file("scripts/" + tool.file(number), tool.content(number));
        }
        fresh.run(Stream.concat(
                        Arrays.stream(tool.tables(dialect)).map(sql -> "delete from " + sql.split(" ", -1)[2]),
                        tool.rows(rows, dialect))
                .toArray(String[]::new));
        return run;
    }

    private Report report(Applied tool, Fresh fresh, List<Written> rows, List<Written> shipped) throws Exception {
        return applied(tool, fresh, rows, shipped).report(lines(tool.word()));
    }

    private Run applied(Applied tool, Fresh fresh, List<Written> rows, List<Written> shipped) throws Exception {
        var run = new Run(folder.resolve(String.valueOf(NUMBER.incrementAndGet())), fresh);
        Files.createDirectories(run.folder().resolve("applied"));
        tool.apply(fresh, run.folder().resolve("applied"), rows);
        tool.write(run.folder().resolve("scripts"), shipped);
        return run;
    }

    private static String lines(String tool) {
        var custom = tool.equals("custom");
        return """
                lock-age: 1ms
                ledger: %s
                scripts: { folder: scripts%s }
                """.formatted(
                        custom
                                ? "{ table: _migrations, version: version, applied-at: applied_at, success: success, checksum: sum }"
                                : tool,
                        custom ? ", convention: numbered" : "");
    }
}
