package io.belay.adapter.systemfile;

import static java.util.stream.Collectors.joining;

import io.belay.core.Severity;
import io.belay.core.fact.Comparison;
import io.belay.core.fact.Condition;
import io.belay.core.fact.Value;
import io.belay.core.migration.DatabaseSpec;
import io.belay.core.migration.DatabaseSpec.Tolerance;
import io.belay.core.migration.DriftKind;
import io.belay.core.migration.Expected;
import io.belay.core.migration.Expected.LatencyCheck;
import io.belay.core.migration.Expected.Recorded;
import io.belay.core.migration.Expected.RowCheck;
import io.belay.core.migration.LedgerChoice;
import io.belay.core.migration.RowQuery;
import io.belay.core.migration.ScriptSet;
import io.belay.core.schema.ExpectedFact;
import io.belay.core.schema.ExpectedFact.HasColumn;
import io.belay.core.schema.ExpectedFact.HasConstraint;
import io.belay.core.schema.ExpectedFact.HasIndex;
import io.belay.core.schema.ExpectedFact.HasIndexOn;
import io.belay.core.schema.ExpectedFact.HasTable;
import io.belay.core.schema.ExpectedFact.HasView;
import io.belay.core.schema.Glob;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Databases of a random kind, and how a file writes them. */
final class RandomDatabase {
    private static final List<String> TYPES =
            List.of("bigint", "varchar(64)", "timestamptz", "numeric(10,2)", "integer[]", "\"Own Type\"");
    private static final List<String> LETTERS = List.of(
            "a",
            "B",
            "7",
            "_",
            " ",
            "'",
            "\"",
            "\\",
            ":",
            "#",
            "-",
            "\u00fc",
            "\uD83D\uDE00",
            "${",
            "{{",
            "\n",
            "null");

    private final Random random;
    private int count;

    RandomDatabase(Random random) {
        this.random = random;
    }

    DatabaseSpec database() {
        return new DatabaseSpec(
                "main",
                random.nextBoolean() ? Severity.WARNING : Severity.CRITICAL,
                new TestingDatabaseKind.Source("postgres", Settings.builder().build()),
                ledger(),
                some(() -> new ScriptSet(random.nextBoolean() ? "flyway" : "numbered", name(), List::of)),
                expected(),
                new Tolerance(
                        Arrays.stream(DriftKind.values())
                                .filter(_ -> random.nextBoolean())
                                .toList(),
                        Duration.ofMinutes(random.nextInt(1, 500))));
    }

    private LedgerChoice ledger() {
        return switch (random.nextInt(3)) {
            case 0 -> new LedgerChoice.Auto();
            case 1 -> new LedgerChoice.Known("flyway", maybe(this::name), maybe(this::name));
            default ->
                new LedgerChoice.Custom(
                        name(),
                        maybe(this::name),
                        name(),
                        maybe(this::name),
                        maybe(this::name),
                        maybe(this::name),
                        maybe(this::name));
        };
    }

    private Expected expected() {
        var facts = Stream.<Supplier<ExpectedFact>>of(
                        () -> new HasTable(name()),
                        () -> new HasColumn(name(), name(), maybe(() -> pick(TYPES)), maybe(random::nextBoolean)),
                        () -> new HasIndex(name(), name()),
                        () -> new HasIndexOn(name(), List.of(column(), column()), random.nextBoolean()),
                        () -> new HasConstraint(name(), name()),
                        () -> new HasView(name()))
                .flatMap(one -> some(one).stream())
                .toList();
        return new Expected(
                some(this::name),
                facts,
                maybe(() -> new Recorded(new TestingBaseline(name()), some(() -> new Glob(name())))),
                some(() -> new RowCheck("row " + count++, query(), condition())),
                maybe(() -> new Condition.Compared(Comparison.AT_LEAST, Value.of("8.0." + random.nextInt(99)))),
                maybe(() -> new LatencyCheck(
                        random.nextInt(2, 1_000),
                        query(),
                        new Condition.Compared(
                                Comparison.AT_MOST, Value.of(Duration.ofMillis(random.nextInt(1, 999)))))));
    }

    private RowQuery query() {
        return new RowQuery(Text.of("select " + name()), some(() -> Text.of(name())));
    }

    private Condition condition() {
        return random.nextBoolean()
                ? new Condition.Is(Value.of(name()))
                : new Condition.Compared(Comparison.BELOW, Value.of(random.nextInt()));
    }

    /** Unlike any before it, so that maps hold each once. */
    private String name() {
        return "n" + count++
                + IntStream.range(0, random.nextInt(6))
                        .mapToObj(_ -> pick(LETTERS))
                        .collect(joining()) + "z";
    }

    private String column() {
        return "c" + count++;
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> Optional<T> maybe(Supplier<T> one) {
        return random.nextBoolean() ? Optional.of(one.get()) : Optional.empty();
    }

    private <T> List<T> some(Supplier<T> one) {
        return Stream.generate(one).limit(random.nextInt(4)).toList();
    }

    /** The file that holds {@code database}. */
    static String written(DatabaseSpec database) {
        var keys = new ArrayList<String>();
        keys.add("severity: " + database.severity().name().toLowerCase(Locale.ROOT));
        keys.add("ledger: " + written(database.ledgers()));
        keys.add("lock-age: " + Units.written(database.tolerance().lock()));
        list(keys, "allow", database.tolerance().allowed(), DriftKind::word);
        list(
                keys,
                "scripts",
                database.scripts(),
                set -> "{ folder: " + quoted(set.place()) + ", convention: " + set.convention() + " }");
        keys.add("expect: { " + String.join(", ", written(database.expected())) + " }");
        return Files.withDatabase(String.join("\n", keys));
    }

    private static String written(LedgerChoice ledger) {
        return switch (ledger) {
            case LedgerChoice.Auto _ -> "auto";
            case LedgerChoice.None _ -> "none";
            case LedgerChoice.Known(var tool, var table, var schema) ->
                "{ tool: " + tool + key("table", table) + key("schema", schema) + " }";
            case LedgerChoice.Custom own ->
                "{ table: " + quoted(own.table()) + ", version: " + quoted(own.version())
                        + key("schema", own.schema()) + key("applied-at", own.appliedAt())
                        + key("success", own.success()) + key("checksum", own.checksum())
                        + key("description", own.description()) + " }";
        };
    }

    private static List<String> written(Expected expected) {
        var keys = new ArrayList<String>();
        list(keys, "head", expected.heads(), RandomDatabase::quoted);
        list(keys, "tables", of(expected, HasTable.class), fact -> quoted(fact.table()));
        list(keys, "views", of(expected, HasView.class), fact -> quoted(fact.view()));
        map(
                keys,
                "columns",
                of(expected, HasColumn.class).stream()
                        .map(fact -> Map.entry(fact.table() + "." + fact.column(), column(fact))));
        map(
                keys,
                "indexes",
                Stream.concat(
                        of(expected, HasIndex.class).stream().map(fact -> Map.entry(fact.table(), fact.index())),
                        of(expected, HasIndexOn.class).stream()
                                .map(fact -> Map.entry(
                                        fact.table(),
                                        (fact.unique() ? "unique (" : "(") + String.join(", ", fact.columns())
                                                + ")"))));
        map(
                keys,
                "constraints",
                of(expected, HasConstraint.class).stream().map(fact -> Map.entry(fact.table(), fact.constraint())));
        expected.baseline().ifPresent(recorded -> {
            var block = new ArrayList<String>();
            block.add("baseline: " + quoted(recorded.source().place()));
            list(block, "ignore", recorded.ignored(), glob -> quoted(glob.pattern()));
            keys.add("schema: { " + String.join(", ", block) + " }");
        });
        list(
                keys,
                "rows",
                expected.rows(),
                row -> "{ name: " + row.name() + ", is: " + written(row.value()) + written(row.query()) + " }");
        expected.version().ifPresent(version -> keys.add("version: " + written(version)));
        expected.latency()
                .ifPresent(latency -> keys.add("latency: { samples: " + latency.samples() + ", p95: "
                        + written(latency.p95()) + written(latency.query()) + " }"));
        return keys;
    }

    private static String column(HasColumn fact) {
        var nullability = fact.nullable().map(nullable -> nullable ? "null" : "NOT  NULL");
        var words =
                Stream.of(fact.type(), nullability).flatMap(Optional::stream).collect(joining(" "));
        return words.isEmpty() ? "true" : words;
    }

    private static String written(RowQuery query) {
        var keys = new ArrayList<String>();
        list(keys, "params", query.params(), text -> quoted(text.reveal()));
        return ", sql: " + quoted(query.sql().reveal()) + (keys.isEmpty() ? "" : ", " + keys.getFirst());
    }

    private static String written(Condition condition) {
        return condition instanceof Condition.Is(var value)
                ? "{ is: " + quoted(value.shown()) + " }"
                : quoted(condition.shown());
    }

    private static <T extends ExpectedFact> List<T> of(Expected expected, Class<T> type) {
        return expected.facts().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static String key(String key, Optional<String> value) {
        return value.map(present -> ", " + key + ": " + quoted(present)).orElse("");
    }

    private static <T> void list(List<String> keys, String key, List<T> all, Function<T, String> written) {
        if (!all.isEmpty()) {
            keys.add(key + ": [" + all.stream().map(written).collect(joining(", ")) + "]");
        }
    }

    private static void map(List<String> keys, String key, Stream<Map.Entry<String, String>> all) {
        keys.add(key + ": { "
                + all.map(each -> quoted(each.getKey()) + ": " + quoted(each.getValue()))
                        .collect(joining(", "))
                + " }");
    }

    /** In YAML's double quotes, with our own signs doubled. */
    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("${", "$${")
                        .replace("{{", "{{{{")
                + '"';
    }
}
