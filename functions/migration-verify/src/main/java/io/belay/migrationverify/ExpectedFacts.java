package io.belay.migrationverify;

import io.belay.core.Verdict;
import io.belay.core.schema.Column;
import io.belay.core.schema.ExpectedFact;
import io.belay.core.schema.ExpectedFact.HasColumn;
import io.belay.core.schema.ExpectedFact.HasConstraint;
import io.belay.core.schema.ExpectedFact.HasIndex;
import io.belay.core.schema.ExpectedFact.HasIndexOn;
import io.belay.core.schema.ExpectedFact.HasTable;
import io.belay.core.schema.ExpectedFact.HasView;
import io.belay.core.schema.Index;
import io.belay.core.schema.Part;
import io.belay.core.schema.Picture;
import io.belay.core.schema.Table;
import io.belay.core.schema.TypeWords;
import io.belay.core.schema.Unseen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Holds the facts that a system file names against a picture. */
public final class ExpectedFacts {
    private final Picture picture;
    private final Map<String, Table> tables;

    /** Facts about {@code picture}. */
    public ExpectedFacts(Picture picture) {
        this.picture = picture;
        this.tables = Pairs.byName(picture.tables(), Table::name);
    }

    /**
     * What became of one fact.
     *
     * @param verdict PASS, FAIL, or UNKNOWN where it could not be read
     * @param subject {@code orders.destination}
     */
    public record Held(Verdict verdict, String subject, String expected, String observed) {
        public Held {
            subject = OneLine.of(subject);
            expected = OneLine.of(expected);
            observed = OneLine.of(observed);
        }
    }

    /** What became of each fact, in their order. */
    public List<Held> hold(List<ExpectedFact> facts) {
        return facts.stream().map(this::hold).toList();
    }

    private Held hold(ExpectedFact fact) {
        return switch (fact) {
            case HasTable has ->
                in(has.table(), Part.TABLE, has.table(), "a table", _ -> Optional.of("a table"), _ -> true);
            case HasColumn has -> column(has);
            case HasIndex has ->
                in(
                        has.table(),
                        Part.INDEX,
                        has.table() + "." + has.index(),
                        "an index",
                        table -> index(table, has.index()).map(ExpectedFacts::shown),
                        table -> index(table, has.index()).filter(Index::valid).isPresent());
            case HasIndexOn has -> indexOn(has);
            case HasConstraint has ->
                in(
                        has.table(),
                        Part.FOREIGN_KEY,
                        has.table() + "." + has.constraint(),
                        "a constraint",
                        table -> constraint(table, has.constraint()),
                        _ -> true);
            case HasView has -> view(has);
        };
    }

    private Held in(
            String name,
            Part part,
            String subject,
            String expected,
            Function<Table, Optional<String>> observed,
            Function<Table, Boolean> met) {
        var table = Optional.ofNullable(tables.get(name));
        var hidden = unseen(Part.TABLE, name, table.isEmpty());
        var seen = table.flatMap(observed);
        if (part != Part.TABLE || table.isEmpty()) {
            var veil =
                    hidden.or(() -> seen.isEmpty() && table.isPresent() ? unseen(part, name, true) : Optional.empty());
            if (veil.isPresent()) {
                return new Held(Verdict.UNKNOWN, subject, expected, veil.get().why());
            }
        }
        var observation = seen.orElse(table.isEmpty() ? "no such table" : "missing");
        return new Held(
                seen.isPresent() && table.map(met).orElse(false) ? Verdict.PASS : Verdict.FAIL,
                subject,
                expected,
                observation);
    }

    private Optional<Unseen> unseen(Part part, String name, boolean absent) {
        return picture.unseen().stream()
                .filter(each -> each.part() == part)
                .filter(each -> each.name().equals(name) || (absent && each.all()))
                .findFirst();
    }

    private Held column(HasColumn has) {
        var expected = Stream.of(
                        has.type().map(TypeWords::canonical),
                        has.nullable().map(nullable -> nullable ? "nullable" : "not null"))
                .flatMap(Optional::stream)
                .reduce((type, nullability) -> type + " " + nullability)
                .orElse("a column");
        return in(
                has.table(),
                Part.COLUMN,
                has.table() + "." + has.column(),
                expected,
                table -> find(table, has.column()).map(Column::shown),
                table -> find(table, has.column())
                        .filter(column -> has.type()
                                .map(type -> TypeWords.canonical(type).equals(column.type()))
                                .orElse(true))
                        .filter(column -> has.nullable()
                                .map(nullable -> nullable == column.nullable())
                                .orElse(true))
                        .isPresent());
    }

    private static Optional<Column> find(Table table, String column) {
        return table.columns().stream()
                .filter(each -> each.name().equals(column))
                .findFirst();
    }

    private static Optional<Index> index(Table table, String name) {
        return table.indexes().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private static String shown(Index index) {
        return index.shown() + (index.valid() ? "" : ", invalid");
    }

    private Held indexOn(HasIndexOn has) {
        var columns = "(" + String.join(", ", has.columns()) + ")";
        return in(
                has.table(),
                Part.INDEX,
                has.table() + columns,
                (has.unique() ? "a unique index on " : "an index on ") + columns,
                table -> serving(table, has),
                _ -> true);
    }

    /** A unique index must be of these columns alone, and of every row; any other may go on after them. */
    private static Optional<String> serving(Table table, HasIndexOn has) {
        var wanted = has.columns();
        if (has.unique() ? table.primaryKey().equals(wanted) : begins(table.primaryKey(), wanted)) {
            return Optional.of("the primary key");
        }
        return table.indexes().stream()
                .filter(Index::valid)
                .filter(index -> index.where().isEmpty())
                .filter(index ->
                        has.unique() ? index.unique() && index.parts().equals(wanted) : begins(index.parts(), wanted))
                .map(index -> index.name() + " " + index.shown())
                .findFirst();
    }

    private static boolean begins(List<String> parts, List<String> wanted) {
        return parts.size() >= wanted.size() && parts.subList(0, wanted.size()).equals(wanted);
    }

    private static Optional<String> constraint(Table table, String name) {
        return Stream.of(
                        table.foreignKeys().stream()
                                .filter(each -> each.name().equals(name))
                                .map(each -> "a foreign key " + each.shown()),
                        table.checks().stream()
                                .filter(each -> each.name().equals(name))
                                .map(each -> "a check " + each.expression()),
                        table.indexes().stream()
                                .filter(each -> each.unique() && each.name().equals(name))
                                .map(Index::shown))
                .flatMap(each -> each)
                .findFirst();
    }

    private Held view(HasView has) {
        var seen = picture.views().stream().anyMatch(each -> each.name().equals(has.view()));
        var veil = unseen(Part.VIEW, Unseen.ALL, true);
        if (!seen && veil.isPresent()) {
            return new Held(Verdict.UNKNOWN, has.view(), "a view", veil.get().why());
        }
        return new Held(seen ? Verdict.PASS : Verdict.FAIL, has.view(), "a view", seen ? "a view" : "missing");
    }
}
