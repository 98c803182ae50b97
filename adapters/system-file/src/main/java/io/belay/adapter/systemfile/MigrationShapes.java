package io.belay.adapter.systemfile;

import io.belay.core.migration.DatabaseSpec.Tolerance;
import io.belay.core.migration.DriftKind;
import io.belay.core.probe.Observable;
import io.belay.core.settings.Form;
import io.belay.core.settings.Key;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the section {@code migrations} is written; what a kind of database adds to it, it says itself. */
final class MigrationShapes {
    static final String LEDGER = "ledger";
    static final String SCRIPTS = "scripts";
    static final String ADDITIVE = "additive";
    static final String EXPECT = "expect";
    static final List<String> PARTS = List.of(LEDGER, SCRIPTS, ADDITIVE, EXPECT);

    static final String AUTO = "auto";
    static final String NONE = "none";
    static final List<String> LEDGER_WORDS = List.of(AUTO, NONE);
    static final String CONVENTION = "convention";

    static final List<String> DRIFT =
            Arrays.stream(DriftKind.values()).map(DriftKind::word).toList();

    // Whatever a database can call a thing.
    private static final String NAMED = "[\\s\\S]{1,500}";
    private static final Form.OfText NAME = new Form.OfText(Optional.of(Pattern.compile(NAMED)));
    private static final Form<List<Text>> NAMES = new Form.OfList<>(NAME, 1, 10_000);

    static final Key<List<String>> ALLOW = Key.of(
            "allow", new Form.OfList<>(new Form.OfChoice(DRIFT), 1, DRIFT.size()), "What is shown and fails nothing.");
    static final Key<Duration> LOCK_AGE = Key.span(
                    "lock-age",
                    Duration.ofMillis(1),
                    Duration.ofDays(30),
                    "How long a tool may hold its lock before that counts as stuck though its session lives.")
            .orElse(Tolerance.USUAL.lock());
    static final Shape DATABASE = Shape.of(
            "A database, and where the release expects it to be.",
            FileShapes.NAME,
            FileShapes.SEVERITY,
            ALLOW,
            LOCK_AGE);

    static final String TOOL = "tool";
    static final Key<Text> TABLE = name("table", "The table that holds what was applied.");
    static final Key<Text> SCHEMA_NAME = name("schema", "The schema it is in; any by default.");
    static final Key<Text> VERSION_COLUMN = name("version", "The column of versions.");
    static final Key<Text> APPLIED_AT = name("applied-at", "The column that says when each was applied.");
    static final Key<Text> SUCCESS = name("success", "A column of flags: false or zero is one that failed.");
    static final Key<Text> CHECKSUM = name("checksum", "The column of checksums.");
    static final Key<Text> DESCRIPTION = name("description", "The column of descriptions.");
    static final Shape OWN_LEDGER = Shape.of(
            "A table of one's own.",
            TABLE.needed(),
            VERSION_COLUMN.needed(),
            APPLIED_AT,
            SUCCESS,
            CHECKSUM,
            DESCRIPTION,
            SCHEMA_NAME);

    static final Key<List<Text>> HEAD =
            Key.of("head", NAMES, "The newest version that must be applied, or each end of a graph.");
    static final Key<List<Text>> TABLES = Key.of("tables", NAMES, "Tables that must be there.");
    static final Key<Map<String, Text>> COLUMNS = Key.of(
            "columns",
            new Form.OfMap<>(NAME),
            "Columns that must be there, as table.column, each with its type, \"not null\" or \"null\" behind it, or true for any.");
    static final Key<Map<String, List<Text>>> INDEXES = Key.of(
            "indexes",
            new Form.OfMap<>(NAMES),
            "Indexes by table, each a name, or the columns it begins with: (customer, placed), unique (number).");
    static final Key<Map<String, List<Text>>> CONSTRAINTS =
            Key.of("constraints", new Form.OfMap<>(NAMES), "Names of constraints by table.");
    static final Key<List<Text>> VIEWS = Key.of("views", NAMES, "Views that must be there.");
    static final Shape EXPECTED =
            Shape.of("What must be in the database.", HEAD, TABLES, COLUMNS, INDEXES, CONSTRAINTS, VIEWS);

    static final String ROWS = "rows";
    static final String SCHEMA = "schema";
    static final String VERSION = "version";
    static final String LATENCY = "latency";
    static final String IS = "is";
    static final String P95 = "p95";
    static final List<String> MORE_EXPECTED = List.of(ROWS, SCHEMA, VERSION, LATENCY);

    static final Key<Text> SQL =
            Key.text("sql", "A query that reads; what varies in it is a question mark, bound from params.");
    static final Key<List<Text>> PARAMS = Key.texts("params", "What is bound to the query's question marks, in order.");
    static final Shape ROW = Shape.of(
            "A query, and what the first column of its first row must be.", FileShapes.NAME, SQL.needed(), PARAMS);
    static final Key<Long> SAMPLES =
            Key.whole("samples", 2, 1_000, "How often it is asked.").orElse(50L);
    static final Shape LATENCY_BLOCK =
            Shape.of("How fast the database must answer; SELECT 1 where no sql is given.", SAMPLES, SQL, PARAMS);

    static final Key<Text> BASELINE =
            name("baseline", "The file that the schema was recorded in.").needed();
    static final Key<List<Text>> IGNORE =
            Key.of("ignore", NAMES, "Tables, views and the like, as tmp_*, of which any difference is passed over.");
    static final Shape RECORDED = Shape.of("The schema as it was recorded.", BASELINE, IGNORE);

    static final Observable ROW_VALUE = Observable.of(
            IS,
            Observable.Type.ANY,
            Observable.Bare.EQUAL,
            "What the first column of the first row must be; absent without a row.");
    static final Observable SERVER_VERSION =
            Observable.of(VERSION, Observable.Type.TEXT, Observable.Bare.EQUAL, "The server's version.");
    static final Observable LATENCY_P95 = Observable.of(
            P95, Observable.Type.SPAN, Observable.Bare.AT_MOST, "The latency that 95 of 100 samples keep within.");

    private MigrationShapes() {}

    private static Key<Text> name(String key, String description) {
        return Key.of(key, NAME, description);
    }

    /** A tool's own ledger: where it is not where the tool usually puts it. */
    static Shape toolLedger(List<String> tools) {
        return Shape.of(
                "A tool's ledger.", Key.choice(TOOL, tools, "Whose it is.").needed(), TABLE, SCHEMA_NAME);
    }
}
