package io.belay.adapter.scripts;

import java.util.List;
import java.util.Set;

/** Says of one statement after another what it means for the release before. */
final class StatementJudge {
    private static final Set<String> HARMLESS_SETTINGS = Set.of(
            "LOCK_TIMEOUT",
            "STATEMENT_TIMEOUT",
            "IDLE_IN_TRANSACTION_SESSION_TIMEOUT",
            "CLIENT_ENCODING",
            "CLIENT_MIN_MESSAGES",
            "CHECK_FUNCTION_BODIES",
            "TIMEZONE",
            "TIME_ZONE",
            "NAMES",
            "FOREIGN_KEY_CHECKS",
            "UNIQUE_CHECKS",
            "LOCK_WAIT_TIMEOUT",
            "MAINTENANCE_WORK_MEM",
            "ROW_SECURITY",
            "DEFAULT_TABLESPACE");
    private static final Set<String> DROPPED_BY_NAME = Set.of("TABLE", "VIEW", "INDEX", "TYPE", "DOMAIN", "SEQUENCE");

    private final Engine engine;
    private final Created created = new Created();
    private final Queries queries = new Queries();
    private final Create create;
    private final AlterTable alterTable;
    private final Rows rows;

    StatementJudge(Engine engine) {
        this.engine = engine;
        this.create = new Create(engine, created, queries);
        this.alterTable = new AlterTable(engine, created);
        this.rows = new Rows(created, queries);
    }

    Opinion judge(Statement statement) {
        var opinion = opinion(statement);
        if (!(opinion instanceof Opinion.Fine)) {
            return opinion;
        }
        if (!statement.whole()) {
            return Opinion.doubt("it is longer than is looked at");
        }
        if (statement.hasOdd()) {
            return Opinion.notUnderstood();
        }
        return statement.has(";") && !routine(statement) ? Opinion.notUnderstood() : opinion;
    }

    /** The one kind of statement that holds others. */
    private static boolean routine(Statement statement) {
        return statement.tokens().stream()
                .takeWhile(token -> !token.is("(") && !token.is(";"))
                .anyMatch(token -> token.is("PROCEDURE") || token.is("FUNCTION") || token.is("TRIGGER"));
    }

    private Opinion opinion(Statement statement) {
        var cursor = new Cursor(statement.tokens());
        if (cursor.took("CREATE")) {
            return create.judge(statement, cursor);
        }
        if (cursor.took("ALTER")) {
            return altered(cursor);
        }
        if (cursor.took("DROP")) {
            return dropped(cursor);
        }
        return rows.judge(statement, cursor).orElseGet(() -> other(statement, cursor));
    }

    private Opinion altered(Cursor cursor) {
        if (cursor.took("TABLE")) {
            return alterTable.judge(cursor);
        }
        if (!cursor.took("TYPE")) {
            return Opinion.notUnderstood();
        }
        var type = cursor.name();
        if (type.isEmpty()) {
            return Opinion.notUnderstood();
        }
        return cursor.sees("ADD", "VALUE")
                ? doubtOnOld(type.get(), "the release before may read a value that it does not know")
                : created.breaks("TYPE", type.get(), "the release before still uses the type as it was");
    }

    private Opinion doubtOnOld(String type, String why) {
        return created.has("TYPE", type) ? Opinion.fine() : Opinion.doubt(why);
    }

    private Opinion dropped(Cursor cursor) {
        var why = "the release before still uses what is dropped here";
        cursor.took("MATERIALIZED");
        var kind = cursor.peek().text();
        if (!DROPPED_BY_NAME.contains(kind) || (kind.equals("INDEX") && engine == Engine.MYSQL)) {
            return Opinion.breaks(why);
        }
        cursor.took(kind);
        cursor.took("CONCURRENTLY");
        cursor.took("IF", "EXISTS");
        var opinion = Opinion.fine();
        do {
            var name = cursor.name().orElse("");
            opinion = opinion.and(created.breaks(kind, name, why));
            created.remove(kind, name);
        } while (cursor.took(","));
        return cursor.atEnd() || (cursor.took("RESTRICT") && cursor.atEnd()) ? opinion : Opinion.breaks(why);
    }

    private Opinion other(Statement statement, Cursor cursor) {
        if (cursor.took("SET")) {
            return set(cursor);
        }
        if (cursor.took("USE")) {
            created.forget();
            return cursor.name().isPresent() && cursor.atEnd() ? Opinion.fine() : Opinion.notUnderstood();
        }
        if (cursor.took("REVOKE")) {
            return Opinion.breaks("the release before may need the right that is taken away");
        }
        if (cursor.took("RENAME")) {
            return Opinion.breaks("the release before still uses the old name");
        }
        if (cursor.took("GRANT")) {
            return statement.has("TO") && !cursor.sees("TO") ? Opinion.fine() : Opinion.notUnderstood();
        }
        if (cursor.took("COMMENT", "ON")) {
            return statement.has("IS") ? Opinion.fine() : Opinion.notUnderstood();
        }
        if (cursor.took("SELECT")) {
            return queries.onlyReads(statement, statement.tokens()) ? Opinion.fine() : Opinion.notUnderstood();
        }
        if (cursor.took("REFRESH", "MATERIALIZED", "VIEW")) {
            return cursor.name().isPresent() && cursor.atEnd() ? Opinion.fine() : Opinion.notUnderstood();
        }
        if (cursor.took("ANALYZE")) {
            cursor.took("TABLE");
            cursor.name();
            return cursor.atEnd() ? Opinion.fine() : Opinion.notUnderstood();
        }
        return bracket(cursor) ? Opinion.fine() : Opinion.notUnderstood();
    }

    /** The beginning or the end of a transaction; not ROLLBACK, after which what looks created is not. */
    private static boolean bracket(Cursor cursor) {
        for (var words :
                List.of(new String[] {"START", "TRANSACTION"}, new String[] {"BEGIN"}, new String[] {"COMMIT"})) {
            if (cursor.took(words)) {
                cursor.tookAny("WORK", "TRANSACTION");
                return cursor.atEnd();
            }
        }
        return false;
    }

    private Opinion set(Cursor cursor) {
        cursor.tookAny("LOCAL", "SESSION");
        if (cursor.took("SEARCH_PATH")) {
            created.forget();
            return cursor.tookAny("=", "TO") && !cursor.atEnd() ? Opinion.fine() : Opinion.notUnderstood();
        }
        var known = HARMLESS_SETTINGS.contains(cursor.peek().text());
        return known
                        && Cursor.parts(cursor.rest())
                                .filter(parts -> parts.size() == 1)
                                .isPresent()
                        && cursor.rest().size() > 1
                ? Opinion.fine()
                : Opinion.notUnderstood();
    }
}
