package io.belay.adapter.jdbc.schema;

import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.schema.CheckRule;
import io.belay.core.schema.Column;
import io.belay.core.schema.Enumeration;
import io.belay.core.schema.ForeignKey;
import io.belay.core.schema.Index;
import io.belay.core.schema.Part;
import io.belay.core.schema.Picture;
import io.belay.core.schema.Routine;
import io.belay.core.schema.Sequence;
import io.belay.core.schema.Trigger;
import io.belay.core.schema.Unseen;
import io.belay.core.schema.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PostgreSQL's catalogue, read in a dozen statements. */
final class PostgresSchema {
    private static final String ALTERED = "it is being altered right now";

    private final Connection connection;
    private final Draft draft = new Draft();

    PostgresSchema(Connection connection) {
        this.connection = connection;
    }

    Picture picture(List<String> asked) throws SQLException {
        begin();
        var schemas = schemas(asked);
        var names = new Names(schemas);
        var parameters = List.of(connection.createArrayOf("text", schemas.toArray()));
        renderForNobody();
        Row.each(connection, PostgresSql.COLUMNS, parameters, row -> column(names, row));
        Row.each(connection, PostgresSql.INDEXES, parameters, row -> index(names, row));
        Row.each(connection, PostgresSql.CONSTRAINTS, parameters, row -> constraint(names, row));
        Row.each(connection, PostgresSql.TRIGGERS, parameters, row -> trigger(names, row));
        Row.each(connection, PostgresSql.VIEWS, parameters, row -> view(names, row));
        Row.each(connection, PostgresSql.SEQUENCES, parameters, row -> sequence(names, row));
        Row.each(connection, PostgresSql.ENUMERATIONS, parameters, row -> enumeration(names, row));
        Row.each(connection, PostgresSql.ROUTINES, parameters, row -> routine(names, row));
        return draft.done("postgres");
    }

    /** Nobody's lock is waited for, since what is locked is left out. */
    private void begin() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = 200");
        }
    }

    private List<String> schemas(List<String> asked) throws SQLException {
        var found = new ArrayList<String>();
        Row.each(
                connection,
                "select array (select nspname::text from pg_catalog.pg_namespace where nspname = any (?::text[])),"
                        + " pg_catalog.current_schemas(false)::text[]",
                List.of(connection.createArrayOf("text", asked.toArray())),
                row -> found.addAll(row.texts(asked.isEmpty() ? 2 : 1)));
        for (var schema : asked) {
            if (!found.contains(schema)) {
                throw new PortException(new Fault(Fault.Kind.NOT_FOUND, "no schema " + schema));
            }
        }
        if (found.isEmpty()) {
            throw new PortException(new Fault(Fault.Kind.NOT_FOUND, "no schema in the user's search path"));
        }
        return asked.isEmpty() ? found : asked;
    }

    /**
     * Names and instants are rendered for who asks. Here for nobody: a search path would leave out a schema that the user
     * may not use, so every name comes with its schema and {@link Names#within} takes the first one's away.
     */
    private void renderForNobody() throws SQLException {
        Row.each(
                connection,
                "select set_config('search_path', '', true), set_config('datestyle', 'ISO', true),"
                        + " set_config('intervalstyle', 'postgres', true), set_config('timezone', 'UTC', true),"
                        + " set_config('quote_all_identifiers', 'off', true), set_config('extra_float_digits', '1', true)",
                List.of(),
                _ -> {});
    }

    private void column(Names names, Row row) throws SQLException {
        var name = names.of(row.text(1), row.text(2));
        var table = draft.table(name);
        if (row.flag(3)) {
            draft.unseen.add(new Unseen(Part.TABLE, name, ALTERED));
        }
        var column = row.maybe(4);
        if (column.isEmpty()) {
            return;
        }
        var expression = row.maybe(7).map(names::within);
        var generation = generation(row, expression);
        table.columns.add(new Column(
                column.get(),
                draft.type(names.within(row.text(5)))
                        + row.maybe(10)
                                .map(collation -> " collate " + collation)
                                .orElse(""),
                !row.flag(6),
                generation.isPresent() ? Optional.empty() : expression.flatMap(Expressions::fallback),
                generation));
    }

    private static Optional<String> generation(Row row, Optional<String> expression) throws SQLException {
        var identity = row.text(9);
        if (!identity.isEmpty()) {
            return Optional.of(identity.equals("a") ? "identity always" : "identity");
        }
        var generated = row.text(8);
        if (!generated.isEmpty()) {
            return Optional.of((generated.equals("s") ? "stored as " : "virtual as ")
                    + Expressions.postgres(expression.orElse("?")));
        }
        // What the sequence of a serial column is called is of no consequence.
        return row.flag(11) && expression.orElse("").startsWith("nextval(")
                ? Optional.of("sequence")
                : Optional.empty();
    }

    private void index(Names names, Row row) throws SQLException {
        var table = draft.known(names.of(row.text(1), row.text(2)));
        if (table.isEmpty()) {
            return;
        }
        var parts = row.texts(8).stream().map(names::within).toList();
        if (row.flag(4)) {
            table.get().primaryKey.addAll(parts);
            return;
        }
        table.get()
                .indexes
                .add(new Index(
                        row.text(3),
                        row.flag(5),
                        row.text(7),
                        parts,
                        row.maybe(9).map(names::within).map(Expressions::postgres),
                        row.flag(6)));
    }

    private void constraint(Names names, Row row) throws SQLException {
        var table = draft.known(names.of(row.text(1), row.text(2)));
        if (table.isEmpty()) {
            return;
        }
        if (row.text(4).equals("c")) {
            table.get()
                    .checks
                    .add(new CheckRule(
                            row.text(3),
                            Expressions.postgres(names.within(row.maybe(12).orElse("?"))),
                            row.flag(5)));
            return;
        }
        table.get()
                .foreignKeys
                .add(new ForeignKey(
                        row.text(3),
                        row.texts(6),
                        names.of(row.text(7), row.text(8)),
                        row.texts(9),
                        action(row.text(10)),
                        action(row.text(11)),
                        row.flag(5)));
    }

    /** By its letter (postgresql.org/docs/current/catalog-pg-constraint.html). */
    private static String action(String letter) {
        return switch (letter) {
            case "r" -> "restrict";
            case "c" -> "cascade";
            case "n" -> "set null";
            case "d" -> "set default";
            default -> "no action";
        };
    }

    private void trigger(Names names, Row row) throws SQLException {
        var table = draft.known(names.of(row.text(1), row.text(2)));
        if (table.isPresent()) {
            table.get().triggers.add(new Trigger(row.text(3), row.maybe(4).orElse("?")));
        }
    }

    private void view(Names names, Row row) throws SQLException {
        var name = names.of(row.text(1), row.text(2));
        var definition = row.maybe(4);
        if (definition.isEmpty()) {
            draft.unseen.add(new Unseen(Part.VIEW, name, "what it reads is being altered right now"));
        }
        draft.views.add(new View(
                name,
                row.flag(3),
                definition
                        .map(names::within)
                        .map(Expressions::postgres)
                        .map(Expressions::oneLine)
                        .orElse("")));
    }

    private void sequence(Names names, Row row) throws SQLException {
        draft.sequences.add(new Sequence(names.of(row.text(1), row.text(2)), row.text(3)));
    }

    private void enumeration(Names names, Row row) throws SQLException {
        draft.enumerations.add(new Enumeration(names.of(row.text(1), row.text(2)), row.texts(3)));
    }

    private void routine(Names names, Row row) throws SQLException {
        var name = names.of(row.text(1), row.text(2)) + "(" + names.within(row.text(3)) + ")";
        var hash = row.maybe(4);
        if (hash.isEmpty()) {
            draft.unseen.add(new Unseen(Part.ROUTINE, name, "a table is being altered right now"));
        }
        draft.routines.add(new Routine(name, hash.orElse("")));
    }
}
