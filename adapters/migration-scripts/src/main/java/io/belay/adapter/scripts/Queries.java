package io.belay.adapter.scripts;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.statement.create.table.CreateTable;
import net.sf.jsqlparser.statement.create.view.CreateView;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.select.Select;

/**
 * Queries, the part of SQL whose grammar is too wide to be known by its first words: a parser must know them whole.
 * All queries of one script have five seconds; none is understood after that.
 */
final class Queries {
    private static final int LONGEST = 65_536;
    private static final int DEEPEST = 12;
    private static final long MILLIS = 2_000;

    /** Words that may stand before a bracket, and functions that change nothing but, at most, a sequence. */
    private static final Set<String> HARMLESS = Set.of(
            ("AND OR NOT IN EXISTS ANY ALL SOME AS ON USING WHERE HAVING FROM JOIN SELECT VALUES UNION EXCEPT INTERSECT BY OVER"
                            + " FILTER LIMIT WITH CASE WHEN THEN ELSE DISTINCT LATERAL CONFLICT COUNT SUM MIN MAX AVG COALESCE NULLIF"
                            + " LOWER UPPER TRIM CONCAT LENGTH SUBSTRING REPLACE ROUND ABS CAST CONVERT EXTRACT NOW"
                            + " CURRENT_TIMESTAMP DATE UUID GEN_RANDOM_UUID MD5 NEXTVAL GREATEST LEAST ROW_NUMBER RANK"
                            + " GENERATE_SERIES UNNEST JSONB_BUILD_OBJECT JSON_OBJECT TO_CHAR VARCHAR CHAR NUMERIC DECIMAL")
                    .split(" "));

    private static final Set<String> WRITES =
            Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "TRUNCATE", "REPLACE", "CALL");

    private long nanosLeft = TimeUnit.SECONDS.toNanos(5);

    /** Whether running it reads, and does no more than that. */
    boolean onlyReads(Statement statement, List<Token> query) {
        return known(statement)
                && query.stream().noneMatch(token -> WRITES.contains(token.text()) || token.is("INTO"))
                && harmless(query);
    }

    /** Whether what is inserted comes from reading: a query may delete elsewhere what it returns. */
    static boolean writesNothingElse(List<Token> tokens) {
        var upsert = tokens.stream().noneMatch(token -> token.is("WITH"));
        return harmless(tokens)
                && tokens.stream()
                        .filter(token -> !upsert || !token.is("UPDATE"))
                        .noneMatch(token -> WRITES.contains(token.text()));
    }

    /** Whether no function is called but a few that change nothing. */
    static boolean harmless(List<Token> tokens) {
        for (var i = 1; i < tokens.size(); i++) {
            var before = tokens.get(i - 1);
            if (tokens.get(i).is("(") && before.isName() && !HARMLESS.contains(before.text())) {
                return false;
            }
        }
        return true;
    }

    /** Whether a parser knows the whole of it as a query, or as what keeps one. */
    boolean known(Statement statement) {
        if (nanosLeft < 0 || !statement.whole() || statement.text().length() > LONGEST || deep(statement.tokens())) {
            return false;
        }
        var start = System.nanoTime();
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        try {
            var parser = CCJSqlParserUtil.newParser(statement.text()).withTimeOut(MILLIS);
            var parsed = CCJSqlParserUtil.parseStatement(parser, executor);
            return parsed instanceof Select
                    || parsed instanceof Insert
                    || parsed instanceof CreateView
                    || parsed instanceof CreateTable;
        } catch (JSQLParserException unknown) {
            if (unknown.getCause() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return false;
        } finally {
            executor.shutdownNow();
            nanosLeft -= System.nanoTime() - start;
        }
    }

    private static boolean deep(List<Token> tokens) {
        var depth = 0;
        for (var token : tokens) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth > DEEPEST) {
                return true;
            }
        }
        return false;
    }
}
