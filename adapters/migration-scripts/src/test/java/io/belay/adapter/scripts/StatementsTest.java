package io.belay.adapter.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.script.Additivity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The table of statements, one a row: engine (P, M or B for both), answer (yes, no, unclear), the SQL. */
final class StatementsTest {
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvFileSource(resources = "statements.txt", delimiter = '|', quoteCharacter = '~', maxCharsPerColumn = 10_000)
    void eachStatementIsJudgedAsTheTableSays(String engines, String answer, String sql) {
        if (!engines.equals("M")) {
            assertThat(said(sql, Engine.POSTGRES)).isEqualTo(answer);
        }
        if (!engines.equals("P")) {
            assertThat(said(sql, Engine.MYSQL)).isEqualTo(answer);
        }
    }

    private static String said(String sql, Engine engine) {
        return switch (new ScriptJudge(engine).judge(sql)) {
            case Additivity.Additive _ -> "yes";
            case Additivity.NotAdditive _ -> "no";
            case Additivity.Unclear _ -> "unclear";
        };
    }
}
