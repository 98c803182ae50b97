package io.belay.adapter.scripts;

import io.belay.adapter.scripts.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Parts a script into statements, in one pass from left to right, and keeps one statement at a time. Strings, names and
 * comments end where the engine ends them: <a
 * href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">PostgreSQL</a>, <a
 * href="https://dev.mysql.com/doc/refman/8.4/en/language-structure.html">MySQL</a>.
 */
final class Splitter {
    private static final int MOST_TOKENS = 20_000;
    private static final int LONGEST_DELIMITER_LINE = 32;

    private final String sql;
    private final boolean mysql;
    private final List<String> comments = new ArrayList<>();
    private String delimiter = ";";
    private int at;
    private int line;

    Splitter(String sql, Engine engine, int firstLine) {
        this.line = firstLine;
        this.sql = sql;
        this.mysql = engine == Engine.MYSQL;
        this.at = sql.startsWith("\uFEFF") ? 1 : 0;
    }

    /** The line comments met so far that speak to us, without their sign. */
    List<String> comments() {
        return comments;
    }

    Optional<Statement> next() {
        var tokens = new ArrayList<Token>();
        var whole = true;
        var start = -1;
        while (at < sql.length()) {
            if (skipped()) {
                continue;
            }
            if (sql.startsWith(delimiter, at)) {
                var end = at;
                at += delimiter.length();
                if (!tokens.isEmpty()) {
                    return Optional.of(new Statement(tokens, sql.substring(start, end), whole));
                }
                continue;
            }
            if (mysql && tokens.isEmpty() && delimiterChanged()) {
                continue;
            }
            if (start < 0) {
                start = at;
            }
            var token = token();
            if (tokens.size() < MOST_TOKENS) {
                tokens.add(token);
            } else {
                whole = false;
            }
        }
        return tokens.isEmpty() ? Optional.empty() : Optional.of(new Statement(tokens, sql.substring(start), whole));
    }

    private boolean skipped() {
        var sign = sql.charAt(at);
        if (Character.isWhitespace(sign)) {
            forwardTo(at + 1);
            return true;
        }
        if ((mysql && sign == '#') || (sql.startsWith("--", at) && (!mysql || blank(at + 2)))) {
            var end = lineEnd(at);
            var comment = sql.substring(at + (sign == '#' ? 1 : 2), Math.min(end, at + 500))
                    .strip();
            if (comment.regionMatches(true, 0, "belay:", 0, 6)) {
                comments.add(comment);
            }
            forwardTo(end);
            return true;
        }
        if (sql.startsWith("/*", at) && !executed()) {
            var end = commentEnd();
            return end > 0 && forwardTo(end);
        }
        return false;
    }

    /** What looks like a comment, and is SQL to MySQL or to MariaDB. */
    private boolean executed() {
        return mysql && (sql.startsWith("/*!", at) || sql.startsWith("/*M!", at));
    }

    /** PostgreSQL's comments nest, MySQL's do not. 0 where it has no end. */
    private int commentEnd() {
        var depth = 0;
        for (var i = at; i < sql.length() - 1; i++) {
            if (sql.startsWith("/*", i) && (depth == 0 || !mysql)) {
                depth++;
                i++;
                continue;
            }
            if (sql.startsWith("*/", i)) {
                i++;
                if (--depth == 0) {
                    return i + 1;
                }
            }
        }
        return 0;
    }

    private boolean delimiterChanged() {
        if (!sql.regionMatches(true, at, "delimiter", 0, 9) || !blank(at + 9)) {
            return false;
        }
        var far = Math.min(sql.length(), at + LONGEST_DELIMITER_LINE);
        var end = sql.indexOf('\n', at, far);
        if (end < 0 && far < sql.length()) {
            return false;
        }
        end = end < 0 ? far : end;
        var wanted = sql.substring(Math.min(at + 9, end), end).strip();
        if (wanted.isEmpty()) {
            return false;
        }
        delimiter = wanted;
        forwardTo(end);
        return true;
    }

    private Token token() {
        var sign = sql.charAt(at);
        if (sign == '\'') {
            return quoted('\'', mysql, Kind.LITERAL);
        }
        if (sign == '"') {
            return quoted('"', mysql, mysql ? Kind.LITERAL : Kind.QUOTED_NAME);
        }
        if (sign == '`' && mysql) {
            return quoted('`', false, Kind.QUOTED_NAME);
        }
        if (!mysql && (sign == 'e' || sign == 'E') && at + 1 < sql.length() && sql.charAt(at + 1) == '\'') {
            at++;
            return quoted('\'', true, Kind.LITERAL);
        }
        if (!mysql && sign == '$') {
            return dollar();
        }
        if (Character.isDigit(sign)) {
            return run(Kind.LITERAL);
        }
        if (Character.isLetter(sign) || sign == '_') {
            return run(Kind.WORD);
        }
        if (sql.startsWith("/*", at) && !executed()) {
            return oddToTheEnd();
        }
        var token = new Token("\\/{}`$".indexOf(sign) >= 0 && odd(sign) ? Kind.ODD : Kind.SIGN, "" + sign, "", line);
        forwardTo(at + 1);
        return token;
    }

    /** A slash divides; one that opens a comment here opens one without an end, or one that MySQL executes. */
    private boolean odd(char sign) {
        return sign != '/' || sql.startsWith("/*", at);
    }

    private Token quoted(char quote, boolean backslash, Kind kind) {
        for (var i = at + 1; i < sql.length(); i++) {
            var sign = sql.charAt(i);
            if (backslash && sign == '\\') {
                i++;
                continue;
            }
            if (sign != quote) {
                continue;
            }
            if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
                i++;
                continue;
            }
            var name = kind == Kind.LITERAL ? "" : sql.substring(at + 1, i);
            var token = new Token(kind, "", name, line);
            forwardTo(i + 1);
            return token;
        }
        return oddToTheEnd();
    }

    private Token dollar() {
        var tagEnd = at + 1;
        while (tagEnd < sql.length() && inWord(sql.charAt(tagEnd)) && sql.charAt(tagEnd) != '$') {
            tagEnd++;
        }
        if (tagEnd >= sql.length() || sql.charAt(tagEnd) != '$') {
            var token = new Token(Kind.ODD, "$", "", line);
            forwardTo(at + 1);
            return token;
        }
        var tag = sql.substring(at, tagEnd + 1);
        var end = sql.indexOf(tag, tagEnd + 1);
        if (end < 0) {
            return oddToTheEnd();
        }
        var token = new Token(Kind.LITERAL, "", "", line);
        forwardTo(end + tag.length());
        return token;
    }

    private Token run(Kind kind) {
        var end = at;
        while (end < sql.length() && inWord(sql.charAt(end)) && !(end > at && sql.startsWith(delimiter, end))) {
            end++;
        }
        var word = sql.substring(at, end);
        var token = new Token(
                kind,
                kind == Kind.WORD && ascii(word) ? word.toUpperCase(Locale.ROOT) : "",
                mysql || !ascii(word) ? word : word.toLowerCase(Locale.ROOT),
                line);
        at = end;
        return token;
    }

    private Token oddToTheEnd() {
        var token = new Token(Kind.ODD, "", "", line);
        forwardTo(sql.length());
        return token;
    }

    private boolean forwardTo(int end) {
        for (; at < end; at++) {
            if (sql.charAt(at) == '\n') {
                line++;
            }
        }
        return true;
    }

    private int lineEnd(int from) {
        var end = sql.indexOf('\n', from);
        return end < 0 ? sql.length() : end;
    }

    private boolean blank(int index) {
        return index >= sql.length()
                || Character.isWhitespace(sql.charAt(index))
                || Character.isISOControl(sql.charAt(index));
    }

    /** No keyword holds another letter, and other letters change their case by other rules than the engine's. */
    private static boolean ascii(String word) {
        return word.chars().allMatch(sign -> sign < 128);
    }

    private static boolean inWord(char sign) {
        return Character.isLetterOrDigit(sign) || sign == '_' || sign == '$' || Character.isSurrogate(sign);
    }
}
