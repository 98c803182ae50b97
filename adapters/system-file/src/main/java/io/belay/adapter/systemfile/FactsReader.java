package io.belay.adapter.systemfile;

import static io.belay.adapter.systemfile.MigrationShapes.COLUMNS;
import static io.belay.adapter.systemfile.MigrationShapes.CONSTRAINTS;
import static io.belay.adapter.systemfile.MigrationShapes.INDEXES;
import static io.belay.adapter.systemfile.MigrationShapes.TABLES;
import static io.belay.adapter.systemfile.MigrationShapes.VIEWS;

import io.belay.core.schema.ExpectedFact;
import io.belay.core.schema.ExpectedFact.HasColumn;
import io.belay.core.schema.ExpectedFact.HasConstraint;
import io.belay.core.schema.ExpectedFact.HasIndex;
import io.belay.core.schema.ExpectedFact.HasIndexOn;
import io.belay.core.schema.ExpectedFact.HasTable;
import io.belay.core.schema.ExpectedFact.HasView;
import io.belay.core.schema.TypeWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Reads tables, columns, indexes, constraints and views that must be there. */
record FactsReader(FormReader forms) {
    private static final Pattern COLUMN =
            Pattern.compile("(?:(.*?\\S)\\s+)??(not\\s+null|null)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern ON =
            Pattern.compile("(?:(unique)\\s*)?\\((.*)\\)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern HALF =
            Pattern.compile("\\(.*|(?:unique)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    List<ExpectedFact> read(Node.Block expect) {
        var shown = new ShownTexts(forms);
        var facts = new ArrayList<ExpectedFact>();
        shown.list(expect, TABLES).forEach(table -> facts.add(new HasTable(table)));
        shown.byName(expect, COLUMNS)
                .forEach((name, entry) -> column(name, entry).ifPresent(facts::add));
        each(shown.byName(expect, INDEXES), this::index, facts);
        each(
                shown.byName(expect, CONSTRAINTS),
                (table, node) -> forms.texts().shown(node).map(name -> new HasConstraint(table, name)),
                facts);
        shown.list(expect, VIEWS).forEach(view -> facts.add(new HasView(view)));
        return facts;
    }

    private static void each(
            Map<String, Node.Entry> byTable,
            BiFunction<String, Node, Optional<? extends ExpectedFact>> reader,
            List<ExpectedFact> facts) {
        byTable.forEach((table, entry) -> ShownTexts.items(entry.value())
                .forEach(item -> reader.apply(table, item).ifPresent(facts::add)));
    }

    private Optional<ExpectedFact> column(String name, Node.Entry entry) {
        var dot = name.lastIndexOf('.');
        if (dot < 1 || dot == name.length() - 1) {
            forms.faults().add(entry.at(), "the column " + Words.quoted(name), "table.column");
            return Optional.empty();
        }
        return forms.texts()
                .shown(entry.value())
                .flatMap(type -> column(name.substring(0, dot), name.substring(dot + 1), entry.value(), type.strip()));
    }

    private Optional<ExpectedFact> column(String table, String column, Node node, String written) {
        if (written.equals("true")) {
            return Optional.of(new HasColumn(table, column, Optional.empty(), Optional.empty()));
        }
        if (written.equals("false")) {
            forms.faults().mistaken(node, "a type such as varchar(64) not null, or true for any");
            return Optional.empty();
        }
        var match = COLUMN.matcher(written);
        if (!match.matches()) {
            return Optional.of(new HasColumn(table, column, type(written), Optional.empty()));
        }
        var nullable = match.group(2).length() == "null".length();
        return Optional.of(new HasColumn(
                table, column, Optional.ofNullable(match.group(1)).flatMap(FactsReader::type), Optional.of(nullable)));
    }

    private static Optional<String> type(String words) {
        return Optional.of(TypeWords.canonical(words));
    }

    private Optional<ExpectedFact> index(String table, Node node) {
        return forms.texts().shown(node).map(String::strip).flatMap(written -> {
            var on = ON.matcher(written);
            if (!on.matches()) {
                return HALF.matcher(written).matches() ? noIndex(node) : Optional.of(new HasIndex(table, written));
            }
            var columns = columns(on.group(2));
            return columns.contains("")
                    ? noIndex(node)
                    : Optional.of(new HasIndexOn(table, columns, on.group(1) != null));
        });
    }

    private Optional<ExpectedFact> noIndex(Node node) {
        forms.faults().mistaken(node, "a name, or columns as (customer, placed) or unique (number)");
        return Optional.empty();
    }

    /** Parted by commas, but for those in brackets: {@code (customer, coalesce(placed, made))}. */
    private static List<String> columns(String written) {
        var columns = new ArrayList<String>();
        var depth = 0;
        var from = 0;
        for (int i = 0; i < written.length(); i++) {
            var letter = written.charAt(i);
            depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            if (letter == ',' && depth == 0) {
                columns.add(written.substring(from, i).strip());
                from = i + 1;
            }
        }
        columns.add(written.substring(from).strip());
        return columns;
    }
}
