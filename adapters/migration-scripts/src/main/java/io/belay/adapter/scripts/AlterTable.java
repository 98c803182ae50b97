package io.belay.adapter.scripts;

import java.util.List;
import java.util.Set;

/**
 * ALTER TABLE, action by action: <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL</a>, <a
 * href="https://dev.mysql.com/doc/refman/8.4/en/alter-table.html">MySQL</a>.
 */
final class AlterTable {
    private static final Set<String> HARMLESS_ON_NEW = Set.of(
            "ADD",
            "DROP",
            "ALTER",
            "MODIFY",
            "CHANGE",
            "VALIDATE",
            "ENABLE",
            "DISABLE",
            "FORCE",
            "OWNER",
            "CLUSTER",
            "COMMENT",
            "ENGINE",
            "AUTO_INCREMENT",
            "ALGORITHM",
            "LOCK",
            "REPLICA");

    private final boolean mysql;
    private final Created created;

    AlterTable(Engine engine, Created created) {
        this.mysql = engine == Engine.MYSQL;
        this.created = created;
    }

    /** @param cursor after ALTER TABLE */
    Opinion judge(Cursor cursor) {
        cursor.took("IF", "EXISTS");
        cursor.took("ONLY");
        var table = cursor.name();
        cursor.took("*");
        var actions = Cursor.parts(cursor.rest());
        if (table.isEmpty() || actions.isEmpty() || cursor.atEnd()) {
            return Opinion.notUnderstood();
        }
        var opinion = Opinion.fine();
        for (var action : actions.get()) {
            var isNew = created.has("TABLE", table.get());
            opinion = opinion.and(isNew ? onNew(table.get(), action) : onOld(table.get(), action));
        }
        return opinion;
    }

    private Opinion onNew(String table, List<Token> action) {
        var cursor = new Cursor(action);
        if (cursor.took("RENAME")) {
            return renamed(table, cursor);
        }
        return HARMLESS_ON_NEW.contains(cursor.peek().text()) && action.size() > 1
                ? Opinion.fine()
                : Opinion.notUnderstood();
    }

    private Opinion renamed(String table, Cursor cursor) {
        if (cursor.tookAny("COLUMN", "CONSTRAINT", "INDEX", "KEY")) {
            return Opinion.fine();
        }
        cursor.tookAny("TO", "AS");
        var to = cursor.name();
        if (to.isEmpty() || !cursor.atEnd()) {
            return Opinion.notUnderstood();
        }
        created.remove("TABLE", table);
        created.add("TABLE", to.get(), true);
        return Opinion.fine();
    }

    private Opinion onOld(String table, List<Token> action) {
        var opinion = onOld(action);
        return opinion instanceof Opinion.Breaks(var why) ? created.breaks("TABLE", table, why) : opinion;
    }

    private Opinion onOld(List<Token> action) {
        var cursor = new Cursor(action);
        if (cursor.took("ADD")) {
            return added(cursor);
        }
        if (cursor.took("ALTER")) {
            return altered(cursor);
        }
        if (cursor.took("DROP")) {
            return Opinion.breaks("the release before still uses what is dropped here");
        }
        if (cursor.took("RENAME")) {
            return Opinion.breaks("the release before still uses the old name");
        }
        if (cursor.tookAny("MODIFY", "CHANGE")) {
            return Opinion.breaks("the release before still writes and reads this column as it was");
        }
        if (cursor.took("SET", "SCHEMA")) {
            return Opinion.breaks("the release before looks for it in the old schema");
        }
        if (cursor.took("ENABLE", "ROW") || cursor.took("FORCE", "ROW")) {
            return Opinion.breaks("rows are hidden from the release before");
        }
        if (cursor.tookAny("DETACH", "TRUNCATE", "DISCARD")) {
            return Opinion.breaks("rows that the release before reads are gone");
        }
        if (cursor.took("VALIDATE", "CONSTRAINT")) {
            return cursor.name().isPresent() && cursor.atEnd() ? Opinion.fine() : Opinion.notUnderstood();
        }
        if (cursor.tookAny("ALGORITHM", "LOCK", "COMMENT", "AUTO_INCREMENT")) {
            cursor.took("=");
            return mysql && cursor.rest().size() == 1 ? Opinion.fine() : Opinion.notUnderstood();
        }
        if (cursor.took("CONVERT", "TO")) {
            return Opinion.breaks("what the release before compares and sorts changes with the character set");
        }
        return Opinion.notUnderstood();
    }

    private Opinion added(Cursor cursor) {
        if (cursor.sees("CONSTRAINT")
                || cursor.sees("UNIQUE")
                || cursor.sees("PRIMARY")
                || cursor.sees("FOREIGN")
                || cursor.sees("CHECK")
                || cursor.sees("EXCLUDE")) {
            return Opinion.breaks("the release before knows no such rule, and may write rows that it refuses");
        }
        if (mysql && cursor.tookAny("INDEX", "KEY", "FULLTEXT", "SPATIAL")) {
            return cursor.rest().stream().anyMatch(token -> token.is("(")) ? Opinion.fine() : Opinion.notUnderstood();
        }
        if (mysql && (cursor.sees("PARTITION") || cursor.sees("PERIOD") || cursor.sees("SYSTEM"))) {
            return Opinion.notUnderstood();
        }
        cursor.took("COLUMN");
        cursor.took("IF", "NOT", "EXISTS");
        var several = Cursor.inBrackets(cursor.rest());
        if (several.isEmpty()) {
            return Column.added(cursor.rest());
        }
        var opinion = Opinion.fine();
        for (var column : Cursor.parts(several.get()).orElse(List.of(List.of()))) {
            opinion = opinion.and(Column.added(column));
        }
        return opinion;
    }

    private Opinion altered(Cursor cursor) {
        if (mysql && cursor.tookAny("INDEX", "CHECK", "CONSTRAINT")) {
            return Opinion.notUnderstood();
        }
        cursor.took("COLUMN");
        if (cursor.name().isEmpty()) {
            return Opinion.notUnderstood();
        }
        if (cursor.took("TYPE") || cursor.took("SET", "DATA", "TYPE")) {
            return Opinion.breaks("the release before still writes and reads the old type");
        }
        if (cursor.took("SET", "NOT", "NULL")) {
            return Opinion.breaks("the release before may still write NULL");
        }
        if (cursor.took("DROP", "NOT", "NULL")) {
            return Opinion.doubt("the release before may read a NULL that it does not expect");
        }
        if (cursor.took("DROP", "DEFAULT")) {
            return Opinion.breaks("the release before may leave this column out and count on its default");
        }
        if (cursor.took("SET", "DEFAULT")) {
            return cursor.atEnd() ? Opinion.notUnderstood() : Opinion.fine();
        }
        return cursor.took("SET", "STATISTICS") && cursor.rest().size() == 1 ? Opinion.fine() : Opinion.notUnderstood();
    }
}
