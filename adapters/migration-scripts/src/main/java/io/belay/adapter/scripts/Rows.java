package io.belay.adapter.scripts;

import java.util.Optional;

/** Statements that write rows. */
final class Rows {
    private final Created created;
    private final Queries queries;

    Rows(Created created, Queries queries) {
        this.queries = queries;
        this.created = created;
    }

    /** Nothing where it writes no rows. */
    Optional<Opinion> judge(Statement statement, Cursor cursor) {
        if (cursor.took("INSERT")) {
            return Optional.of(inserted(statement, cursor));
        }
        if (cursor.took("UPDATE")) {
            cursor.took("ONLY");
            return Optional.of(
                    changed(cursor, "SET", "rows that the release before wrote no longer say what it wrote"));
        }
        if (cursor.took("DELETE", "FROM")) {
            cursor.took("ONLY");
            return Optional.of(changed(cursor, "WHERE", "rows that the release before reads are gone"));
        }
        if (cursor.took("TRUNCATE")) {
            cursor.took("TABLE");
            cursor.took("ONLY");
            return Optional.of(changed(cursor, "RESTART", "rows that the release before reads are gone"));
        }
        return cursor.tookAny("DELETE", "REPLACE", "MERGE")
                ? Optional.of(Opinion.breaks("rows that the release before reads are changed or gone"))
                : Optional.empty();
    }

    private Opinion inserted(Statement statement, Cursor cursor) {
        cursor.tookAny("LOW_PRIORITY", "HIGH_PRIORITY");
        cursor.took("IGNORE");
        cursor.took("INTO");
        var table = cursor.name();
        if (table.isEmpty() || cursor.atEnd()) {
            return Opinion.notUnderstood();
        }
        if (!created.has("TABLE", table.get())) {
            return statement.has("UPDATE")
                    ? created.breaks("TABLE", table.get(), "it changes rows that the release before wrote")
                    : Opinion.doubt("the release before may not expect these rows in a table that it reads");
        }
        var understood = plainValues(cursor) || (Queries.writesNothingElse(cursor.rest()) && queries.known(statement));
        return understood ? Opinion.fine() : Opinion.notUnderstood();
    }

    /** A seed may be longer than what a parser is given. */
    private static boolean plainValues(Cursor cursor) {
        var columns = Cursor.inBrackets(cursor.rest());
        var rest = new Cursor(cursor.rest()
                .subList(
                        columns.map(names -> names.size() + 2).orElse(0),
                        cursor.rest().size()));
        return rest.tookAny("VALUES", "VALUE")
                && Queries.harmless(rest.rest())
                && Cursor.parts(rest.rest())
                        .filter(rows -> rows.stream()
                                .allMatch(row -> Cursor.inBrackets(row)
                                        .filter(values -> values.size() + 2 == row.size())
                                        .isPresent()))
                        .isPresent();
    }

    /** Fine where the one table that is written to is new: a second one would stand before {@code next}. */
    private Opinion changed(Cursor cursor, String next, String why) {
        var table = cursor.name();
        if (table.isEmpty() || (!cursor.atEnd() && !cursor.sees(next))) {
            return Opinion.breaks(why);
        }
        var opinion = created.breaks("TABLE", table.get(), why);
        return opinion instanceof Opinion.Fine && !Queries.harmless(cursor.rest()) ? Opinion.notUnderstood() : opinion;
    }
}
