package io.belay.adapter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Evidence;
import io.belay.core.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What every face makes of databases. */
class DatabasesTest {
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]+m");

    @Test
    void everyFaceIsAsRecorded() throws IOException {
        Golden.assertSame("databases.txt", Faces.TEXT.text(Databases.harbor()));
        Golden.assertSame("databases-60.txt", Faces.terminal(60, false).text(Databases.harbor()));
        Golden.assertSame("databases.json", Faces.JSON.text(Databases.harbor()));
        Golden.assertSame("databases.junit.xml", Faces.JUNIT.text(Databases.harbor()));
        Golden.assertSame("databases.prom", Faces.PROMETHEUS.text(Databases.harbor()));
    }

    @Test
    void colourAddsNothingButColour() {
        var coloured = Faces.terminal(100, true).text(Databases.harbor());

        assertThat(coloured).contains("\u001b[31m- ", "\u001b[32m+ ", "\u001b[33m~ ");
        assertThat(COLOUR.matcher(coloured).replaceAll("").replaceAll(" +\n", "\n"))
                .isEqualTo(Faces.TEXT.text(Databases.harbor()).replaceAll(" +\n", "\n"));
    }

    @Test
    void hostileNamesMoveNothingInATerminal() {
        for (var width : List.of(40, 72, 100, 240)) {
            var plain = COLOUR.matcher(Faces.terminal(width, true).text(Databases.hostile()))
                    .replaceAll("");

            assertThat(plain.chars()
                            .filter(Character::isISOControl)
                            .filter(each -> each != '\n')
                            .count())
                    .isZero();
            assertThat(plain.lines())
                    .allSatisfy(line -> assertThat(Columns.of(line)).isLessThanOrEqualTo(width));
        }
    }

    @Test
    void whatIsLeftOutOfATerminalIsSaid() {
        assertThat(Faces.TEXT.text(Databases.differing(2_000, 10)).lines())
                .anyMatch(line -> line.strip().equals("1,500 more in the JSON"))
                .hasSizeLessThan(520);
        assertThat(Faces.TEXT.text(Databases.differing(40, 10)).lines()).hasSizeLessThan(52);
    }

    @Test
    void aPageHoldsTwoThousandDifferences() {
        var page = Faces.HTML.text(Databases.differing(2_001, 10));

        assertThat(page.split("<span class=\"sign\"", -1)).hasSize(2_001);
        assertThat(page).contains(">1 more in the JSON.<", " 501 missing<", " 500 not in the baseline<");
    }

    @Test
    void whatPassedIsShort() {
        assertThat(Faces.TEXT.text(Databases.differing(0, 10))).doesNotContain("db.harbor.example");
        assertThat(Faces.HTML.text(Databases.differing(0, 10))).contains("<li class=\"pass\"><details><summary>");
    }

    @Test
    void aDifferenceIsToldByItsSign() {
        assertThat(List.of(
                        line("orders: trigger stamp", "there", "missing"),
                        line("orders.dest", "not there", "text; renamed from destination?"),
                        line("routine close", "as recorded", "changed"),
                        line("orders: index by_ref", "by_ref", "named by_reference"),
                        line("orders.note", "missing values", "text"),
                        line("routine settle", "as recorded", "not known, denied"),
                        line("more", "none", "1,800 lines like these")))
                .containsExactly(
                        "- orders: trigger stamp|",
                        "+ orders.dest|text; renamed from destination?",
                        "~ routine close|changed",
                        "~ orders: index by_ref|by_ref → named by_reference",
                        "~ orders.note|missing values → text",
                        "? routine settle|denied",
                        "  more|1,800 lines like these");
    }

    private static String line(String fact, String expected, String observed) {
        var line = SchemaLine.of(Evidence.compared(fact, expected, observed, false));
        return line.sign().mark() + " " + line.place() + "|" + line.said();
    }

    @Test
    void noHostileNameOpensAnElement() {
        assertThat(Faces.HTML.text(Databases.hostile()))
                .doesNotContain("<script", "<img", "<h1 class=injected", "\"><img", "<![CDATA[", "-->");
    }

    @Test
    void ofTwoLongTextsTheDifferenceIsLeft() {
        var same = "SELECT a, b, c, d, e, f, g, h, i, j, k, l, m, n, o FROM orders ";

        assertThat(Middle.of(same + "WHERE x = 1", same + "WHERE x = 2"))
                .isEqualTo(new Middle("…o FROM orders WHERE x = 1", "…o FROM orders WHERE x = 2"));
        assertThat(Middle.of("bigint", "integer")).isEqualTo(new Middle("bigint", "integer"));
        assertThat(Middle.of("🚢".repeat(40) + "a", "🚢".repeat(40) + "b"))
                .isEqualTo(new Middle("…" + "🚢".repeat(12) + "a", "…" + "🚢".repeat(12) + "b"));
    }

    @Test
    void aDatabaseIsACaseForEachOfItsParts() {
        var xml = Faces.JUNIT.text(Databases.harbor());

        assertThat(xml)
                .contains("name=\"ledger flyway public.flyway_schema_history\" classname=\"harbor.prod.postgres.main\"")
                .contains("name=\"archive\" classname=\"harbor.prod.postgres\"")
                .contains("tests=\"11\" failures=\"4\" errors=\"1\"")
                .doesNotContain("name=\"main\"");
    }

    @Test
    void aDatabaseThatItsPartsDoNotExplainIsACaseOfItsOwn() {
        var spared = Databases.part("t", "ledger", Verdict.FAIL, "1 pending");
        var said = Faces.JUNIT.text(Databases.report(List.of(
                Databases.database("main", "postgres", Verdict.WARN, "1 pending", List.of(spared)),
                Databases.database(
                        "other",
                        "postgres",
                        Verdict.UNKNOWN,
                        "being applied right now",
                        List.of(Databases.part("t", "ledger", Verdict.PASS, "as it should be"))))));

        assertThat(said)
                .contains("tests=\"3\" failures=\"0\" errors=\"1\"")
                .contains("name=\"other\"")
                .doesNotContain("name=\"main\"");
    }

    @Test
    void aScenarioStaysOneCase() {
        assertThat(Faces.JUNIT.text(Reports.harbor())).contains("tests=\"6\"");
    }

    @Test
    void everyPartHasItsVerdictInPrometheus() {
        assertThat(Faces.PROMETHEUS.text(Databases.harbor()).lines())
                .contains("belay_part_unmet{system=\"harbor\",environment=\"prod\",function=\"migration-verify\","
                        + "subject=\"main\",kind=\"postgres\",part=\"baseline.json\",part_kind=\"schema\"} 7");
    }
}
