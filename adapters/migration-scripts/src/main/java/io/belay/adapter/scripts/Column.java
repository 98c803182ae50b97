package io.belay.adapter.scripts;

import java.util.List;
import java.util.Set;

/** A column that is added to a table which the release before writes to without it. */
final class Column {
    private static final Set<String> KNOWN = Set.of(
            ("NOT NULL DEFAULT UNIQUE KEY CONSTRAINT REFERENCES ON DELETE UPDATE CASCADE SET RESTRICT NO ACTION GENERATED ALWAYS"
                            + " BY AS IDENTITY STORED VIRTUAL PERSISTENT COMMENT COLLATE CHARACTER CHARSET UNSIGNED ZEROFILL SIGNED"
                            + " AUTO_INCREMENT FIRST AFTER INVISIBLE VISIBLE PRECISION VARYING WITH WITHOUT TIME ZONE LOCAL TRUE"
                            + " FALSE CURRENT_TIMESTAMP CURRENT_DATE CURRENT_TIME CURRENT_USER LOCALTIMESTAMP INTERVAL ARRAY"
                            + " DEFERRABLE INITIALLY DEFERRED IMMEDIATE MATCH FULL SIMPLE")
                    .split(" "));
    private static final Set<String> NAME_NEXT =
            Set.of("COLLATE", "CONSTRAINT", "AFTER", "REFERENCES", "CHARSET", "SET", ".", ":");
    private static final Set<String> FILLED = Set.of("GENERATED", "AUTO_INCREMENT", "AS");
    private static final Set<String> SERIAL =
            Set.of("SERIAL", "BIGSERIAL", "SMALLSERIAL", "SERIAL2", "SERIAL4", "SERIAL8");

    private Column() {}

    /** @param definition from the column's name on */
    static Opinion added(List<Token> definition) {
        var cursor = new Cursor(definition);
        if (cursor.name().isEmpty() || !cursor.peek().isName()) {
            return Opinion.notUnderstood();
        }
        var serial = SERIAL.contains(cursor.peek().text());
        if (cursor.sees("GENERATED") || cursor.sees("NOT") || cursor.sees("DEFAULT")) {
            return Opinion.notUnderstood();
        }
        cursor.name();
        var tail = outsideBrackets(cursor.rest());
        if (!known(cursor.rest())) {
            return Opinion.notUnderstood();
        }
        if (has(tail, "CHECK")) {
            return Opinion.doubt("its CHECK may refuse a row that the release before writes");
        }
        var defaulted = has(tail, "DEFAULT") && !follows(tail, "DEFAULT", "NULL");
        var filled = serial || tail.stream().anyMatch(token -> FILLED.contains(token.text()));
        var same = !filled && (defaulted || follows(tail, "NOT", "NULL"));
        if (has(tail, "PRIMARY") || (has(tail, "UNIQUE") && same)) {
            return Opinion.breaks("the release before leaves this column out, and its second row would not be unique");
        }
        if (follows(tail, "NOT", "NULL") && !defaulted && !filled) {
            return Opinion.breaks(
                    "the release before leaves this column out, and its rows are refused: NOT NULL without a default");
        }
        if (has(tail, "REFERENCES") && (defaulted || filled)) {
            return Opinion.doubt("the value that it fills in must exist in another table");
        }
        return Opinion.fine();
    }

    private static boolean known(List<Token> tail) {
        var depth = 0;
        for (var i = 0; i < tail.size(); i++) {
            var token = tail.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            var named = i > 0 && NAME_NEXT.contains(tail.get(i - 1).text());
            var call = i + 1 < tail.size() && tail.get(i + 1).is("(");
            if (depth == 0
                    && token.isName()
                    && !KNOWN.contains(token.text())
                    && !named
                    && !call
                    && !token.is("PRIMARY")) {
                return false;
            }
        }
        return true;
    }

    private static List<Token> outsideBrackets(List<Token> tokens) {
        var depth = new int[1];
        return tokens.stream()
                .filter(token -> {
                    depth[0] += token.is("(") ? 1 : token.is(")") ? -1 : 0;
                    return depth[0] == 0;
                })
                .toList();
    }

    private static boolean has(List<Token> tokens, String word) {
        return tokens.stream().anyMatch(token -> token.is(word));
    }

    private static boolean follows(List<Token> tokens, String first, String second) {
        for (var i = 1; i < tokens.size(); i++) {
            if (tokens.get(i - 1).is(first) && tokens.get(i).is(second)) {
                return true;
            }
        }
        return false;
    }
}
