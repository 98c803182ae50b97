package io.belay.adapter.scripts;

import java.util.List;
import java.util.Optional;

/** CREATE: what is new hurts nobody who does not know of it, unless it binds what is old. */
final class Create {
    private final boolean mysql;
    private final Created created;
    private final Queries queries;

    Create(Engine engine, Created created, Queries queries) {
        this.queries = queries;
        this.mysql = engine == Engine.MYSQL;
        this.created = created;
    }

    /** @param cursor after CREATE */
    Opinion judge(Statement statement, Cursor cursor) {
        var replace = cursor.took("OR", "REPLACE");
        if (mysql) {
            definer(cursor);
        }
        if (cursor.tookAny("GLOBAL", "LOCAL")) {
            return Opinion.notUnderstood();
        }
        var scratch = cursor.tookAny("TEMP", "TEMPORARY");
        cursor.took("UNLOGGED");
        if (cursor.took("TABLE")) {
            return replace ? Opinion.breaks("a table of that name, with its rows, is gone") : table(statement, cursor);
        }
        var unique = cursor.took("UNIQUE");
        if (mysql) {
            cursor.tookAny("FULLTEXT", "SPATIAL");
        }
        if (cursor.took("INDEX") && !replace && !scratch) {
            return index(cursor, unique);
        }
        if (unique) {
            return Opinion.notUnderstood();
        }
        if (cursor.took("MATERIALIZED", "VIEW") || cursor.took("VIEW")) {
            return view(statement, cursor, replace);
        }
        if (scratch && !cursor.sees("SEQUENCE")) {
            return Opinion.notUnderstood();
        }
        if (cursor.took("CONSTRAINT", "TRIGGER") || cursor.took("TRIGGER")) {
            return trigger(cursor);
        }
        if (cursor.tookAny("FUNCTION", "PROCEDURE")) {
            return routine(statement, replace);
        }
        if (cursor.tookAny("POLICY", "RULE")) {
            return Opinion.breaks("it changes what the release before reads or writes on a table that it knows");
        }
        return replace ? Opinion.notUnderstood() : plain(cursor);
    }

    private static void definer(Cursor cursor) {
        if (cursor.took("DEFINER", "=")) {
            cursor.name();
            if (cursor.took("@")) {
                cursor.name();
            }
        }
    }

    private Opinion table(Statement statement, Cursor cursor) {
        // After ON COMMIT DROP the name may mean an older table again.
        var surely = !cursor.took("IF", "NOT", "EXISTS") && !statement.has("COMMIT");
        var name = cursor.name();
        if (name.isEmpty()) {
            return Opinion.notUnderstood();
        }
        var opinion = body(statement, cursor);
        if (opinion instanceof Opinion.Fine) {
            created.add("TABLE", name.get(), surely);
        }
        return opinion;
    }

    private Opinion body(Statement statement, Cursor cursor) {
        if (cursor.took("AS")) {
            return queries.onlyReads(statement, cursor.rest()) ? Opinion.fine() : Opinion.notUnderstood();
        }
        if (cursor.took("PARTITION", "OF")) {
            var parent = cursor.name();
            return parent.isPresent() && created.has("TABLE", parent.get()) && !cursor.atEnd()
                    ? Opinion.fine()
                    : Opinion.doubt("it takes over rows of a table that the release before knows");
        }
        if (cursor.took("LIKE")) {
            return cursor.name().isPresent() ? Opinion.fine() : Opinion.notUnderstood();
        }
        var columns = Cursor.inBrackets(cursor.rest());
        if (columns.isEmpty()
                || Cursor.parts(cursor.rest()).isEmpty()
                || cursor.rest().stream().anyMatch(Create::binds)) {
            return Opinion.notUnderstood();
        }
        var parts = Cursor.parts(columns.get()).orElse(List.of());
        return !parts.isEmpty()
                        && parts.stream()
                                .allMatch(part ->
                                        part.size() > 1 && part.getFirst().isName())
                ? Opinion.fine()
                : Opinion.notUnderstood();
    }

    private static boolean binds(Token token) {
        return token.is("INHERITS") || token.is("SELECT") || token.is("UNION");
    }

    private Opinion index(Cursor cursor, boolean unique) {
        cursor.took("CONCURRENTLY");
        var surely = !cursor.took("IF", "NOT", "EXISTS");
        var index = cursor.sees("ON") ? Optional.<String>empty() : cursor.name();
        if (mysql && cursor.took("USING")) {
            cursor.name();
        }
        if (!cursor.took("ON")) {
            return Opinion.notUnderstood();
        }
        cursor.took("ONLY");
        var table = cursor.name();
        if (cursor.took("USING")) {
            cursor.name();
        }
        if (table.isEmpty()
                || Cursor.inBrackets(cursor.rest())
                        .filter(columns -> !columns.isEmpty())
                        .isEmpty()
                || Cursor.parts(cursor.rest()).isEmpty()) {
            return Opinion.notUnderstood();
        }
        if (!mysql) {
            index.ifPresent(name -> created.add("INDEX", name, surely));
        }
        return unique
                ? created.breaks("TABLE", table.get(), "the release before may write rows that are not unique")
                : Opinion.fine();
    }

    private Opinion view(Statement statement, Cursor cursor, boolean replace) {
        var surely = !cursor.took("IF", "NOT", "EXISTS");
        var name = cursor.name();
        if (name.isEmpty() || !queries.known(statement)) {
            return Opinion.notUnderstood();
        }
        if (replace && !created.has("VIEW", name.get())) {
            return Opinion.doubt("the release before may read the view as it was");
        }
        created.add("VIEW", name.get(), surely);
        return Opinion.fine();
    }

    private Opinion trigger(Cursor cursor) {
        var rest = cursor.rest();
        var on = 0;
        while (on < rest.size() && !rest.get(on).is("ON")) {
            on++;
        }
        var table = new Cursor(rest.subList(Math.min(on + 1, rest.size()), rest.size())).name();
        return created.breaks(
                "TABLE", table.orElse(""), "it runs on what the release before writes, which knows nothing of it");
    }

    private Opinion routine(Statement statement, boolean replace) {
        if (replace) {
            return Opinion.doubt("the release before may call it as it was");
        }
        var cut =
                mysql ? statement.has("BEGIN") && !statement.tokens().getLast().is("END") : statement.has("ATOMIC");
        return cut || !statement.has("(") || Cursor.parts(statement.tokens()).isEmpty()
                ? Opinion.notUnderstood()
                : Opinion.fine();
    }

    private Opinion plain(Cursor cursor) {
        for (var kind : List.of("TYPE", "DOMAIN", "SEQUENCE", "SCHEMA", "EXTENSION", "DATABASE", "ROLE", "USER")) {
            if (cursor.took(kind)) {
                var surely = !cursor.took("IF", "NOT", "EXISTS");
                var name = cursor.name();
                name.ifPresent(known -> created.add(kind, known, surely));
                return name.isPresent() && Cursor.parts(cursor.rest()).isPresent()
                        ? Opinion.fine()
                        : Opinion.notUnderstood();
            }
        }
        return Opinion.notUnderstood();
    }
}
