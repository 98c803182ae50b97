package io.belay.adapter.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.belay.core.script.Additivity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that nobody writes by hand. */
final class HostileScriptsTest {
    private static final List<String> PIECES = Arrays.asList(
            ("CREATE TABLE INDEX VIEW ALTER ADD COLUMN DROP RENAME UNIQUE NOT NULL DEFAULT IF EXISTS ON t u \"t\" `t` ( ( ) ) , . ; ; * ="
                            + " 'x' ' \" $$ $a$ /* */ -- # \n DELIMITER // BEGIN END AS SELECT FROM INSERT INTO VALUES 1 WITH DO SET"
                            + " \\ /*! int text REFERENCES CHECK UPDATE DELETE TRUNCATE GRANT TO TYPE :: \u00a0 \ud83d\ude00 \0")
                    .split(" ", -1));
    private static final List<String> ADDITIVE = List.of(
            "CREATE TABLE n (a int)",
            "CREATE INDEX i ON t (a)",
            "ALTER TABLE t ADD COLUMN x int",
            "GRANT SELECT ON t TO u",
            "/* DROP */ SELECT 1",
            "CREATE SCHEMA s",
            "CREATE TABLE m (a text DEFAULT 'it''s')");
    private static final List<String> HARMFUL = List.of(
            "DROP TABLE t",
            "UPDATE t SET a = 1",
            "ALTER TABLE t DROP COLUMN a",
            "ALTER TABLE t ADD COLUMN z int NOT NULL",
            "REVOKE SELECT ON t FROM u",
            "banana",
            "CREATE UNIQUE INDEX q ON t (a)");

    @ParameterizedTest
    @EnumSource
    void noiseNeverThrows(Engine engine) {
        var random = new Random(42);
        var judge = new ScriptJudge(engine);

        for (var i = 0; i < 20_000; i++) {
            var script = new StringBuilder();
            for (var piece = random.nextInt(30); piece >= 0; piece--) {
                script.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextInt(4) == 0 ? "" : " ");
            }
            assertThat(judge.judge(script.toString())).as("%s", script).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void wordsThatAreNoSqlAreNeverAdditive(Engine engine) {
        var random = new Random(7);
        var judge = new ScriptJudge(engine);

        for (var i = 0; i < 5_000; i++) {
            var script = random.ints(1 + random.nextInt(40), 'a', 'z' + 1)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .append(' ')
                    .append(PIECES.get(random.nextInt(20)))
                    .toString();
            assertThat(judge.judge(script)).as("%s", script).isNotEqualTo(Additivity.additive());
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneHarmfulStatementAmongManySpoilsTheScript(Engine engine) {
        var random = new Random(11);
        var judge = new ScriptJudge(engine);

        for (var i = 0; i < 1_000; i++) {
            var statements = new ArrayList<>(ADDITIVE);
            Collections.shuffle(statements, random);
            var harmful = HARMFUL.get(random.nextInt(HARMFUL.size()));
            statements.add(random.nextInt(statements.size() + 1), harmful);
            assertThat(judge.judge(String.join(";\n", statements))).as(harmful).isNotEqualTo(Additivity.additive());
        }
    }

    @Test
    void aStatementCutOffIsNeverTakenForMoreThanItSays() {
        var judge = new ScriptJudge(Engine.POSTGRES);
        var whole = "ALTER TABLE t ADD COLUMN a int NOT NULL";

        for (var length = 1; length < "ALTER TABLE t ADD COLUMN a i".length(); length++) {
            assertThat(judge.judge(whole.substring(0, length))).isInstanceOf(Additivity.Unclear.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/*",
                "'",
                "''",
                "\"",
                "`",
                "$a",
                "$a$",
                "$a$b",
                "(",
                ")",
                "-",
                "--",
                "\n",
                " ",
                ";",
                "a",
                "a ",
                "1",
                "/*!",
                "#",
                "\\",
                "DELIMITER a",
                "DELIMITER a;",
                "SELECT 1;",
                "DELIMITER a\n",
                "CREATE TABLE t (",
                "ALTER TABLE t ADD a int,",
                "INSERT INTO t VALUES (1),",
                "SELECT (",
                "\ud83d",
                "CREATE TRIGGER ",
                "DROP TABLE t;",
                "-- belay: additive\n"
            })
    void tenMegabytesOfAnythingEnd(String piece) {
        var script = piece.repeat(10_000_000 / piece.length());

        for (var engine : Engine.values()) {
            assertTimeoutPreemptively(Duration.ofSeconds(60), () -> new ScriptJudge(engine).judge(script));
        }
    }

    @Test
    void aLongSeedInANewTableIsAdditive() {
        var row = "(1, '" + "x".repeat(5_000) + "'), ";
        var script = "CREATE TABLE t (a int, b text);\n"
                + ("INSERT INTO t (a, b) VALUES " + row.repeat(99) + "(2, 'it''s');\n").repeat(20);

        assertThat(new ScriptJudge(Engine.MYSQL).judge(script)).isEqualTo(Additivity.additive());
    }

    @Test
    void deepBracketsAreUnclear() {
        var script = "CREATE VIEW v AS SELECT " + "(".repeat(5_000) + "1" + ")".repeat(5_000);

        assertThat(new ScriptJudge(Engine.POSTGRES).judge(script)).isInstanceOf(Additivity.Unclear.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-- belay: additive\n-- belay: not additive because x", "-- belay: aditive", "-- belay:"})
    void commentsThatContradictOrAreNotUnderstoodLeaveItUnclear(String comments) {
        assertThat(new ScriptJudge(Engine.POSTGRES).judge(comments + "\nSELECT 1"))
                .isInstanceOf(Additivity.Unclear.class);
    }

    @Test
    void aCommentDecides() {
        var judge = new ScriptJudge(Engine.POSTGRES);

        assertThat(judge.judge("-- belay: additive\nDROP TABLE t")).isEqualTo(Additivity.additive());
        assertThat(judge.judge("-- belay: not additive because it fills a queue\nSELECT 1"))
                .isEqualTo(Additivity.notAdditive(1, "comment", "it fills a queue"));
    }

    /** A client that knows DELIMITER sends both statements at once. */
    @Test
    void whatHidesBehindAnotherDelimiterIsUnclear() {
        var script = "DELIMITER //\nCREATE TABLE n (a int); DROP TABLE t; CREATE FUNCTION f() RETURNS int //\n";

        assertThat(new ScriptJudge(Engine.MYSQL).judge(script)).isInstanceOf(Additivity.Unclear.class);
    }

    @Test
    void aRoutineBehindAnotherDelimiterIsOneStatement() {
        var script =
                "DELIMITER //\nCREATE PROCEDURE p() BEGIN DELETE FROM t; SELECT 1; END//\nDELIMITER ;\nSELECT 1;\n";

        assertThat(new ScriptJudge(Engine.MYSQL).judge(script)).isEqualTo(Additivity.additive());
    }

    @Test
    void aCommentInAStringDecidesNothing() {
        assertThat(new ScriptJudge(Engine.POSTGRES)
                        .judge("COMMENT ON TABLE t IS '\n-- belay: additive\n'; DROP TABLE t"))
                .isInstanceOf(Additivity.NotAdditive.class);
    }
}
