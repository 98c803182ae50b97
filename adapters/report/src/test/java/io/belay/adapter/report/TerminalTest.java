package io.belay.adapter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[(?:0|1|2|32|33|35|1;31)m");

    @Test
    void theTableIsAsRecorded() throws IOException {
        Golden.assertSame("harbor.txt", Faces.TEXT.text(Reports.harbor()));
    }

    @Test
    void aNarrowTableIsAsRecorded() throws IOException {
        Golden.assertSame("harbor-60.txt", Faces.terminal(60, false).text(Reports.harbor()));
    }

    @Test
    void aPlanSaysAtOnceWhatWouldMoveAndWhatEachGuardSays() throws IOException {
        Golden.assertSame("plan.txt", Faces.TEXT.text(Releases.plan()));
    }

    @Test
    void whatServesIsShownThoughNothingIsWrongWithIt() throws IOException {
        Golden.assertSame("release.txt", Faces.TEXT.text(Releases.release()));
    }

    @Test
    void colourAddsNothingButColour() {
        var coloured = Faces.terminal(100, true).text(Reports.harbor());

        assertThat(coloured).contains("\u001b[1;31m");
        assertThat(withoutTrailing(COLOUR.matcher(coloured).replaceAll("")))
                .isEqualTo(withoutTrailing(Faces.TEXT.text(Reports.harbor())));
    }

    @Test
    void aHostileReportMovesNothing() {
        for (var width : List.of(0, 40, 72, 100, 240, 10_000)) {
            var text = Faces.terminal(width, true).text(Reports.hostile());

            var plain = COLOUR.matcher(text).replaceAll("");

            assertThat(plain.chars()
                            .filter(Character::isISOControl)
                            .filter(each -> each != '\n')
                            .count())
                    .isZero();
            assertThat(plain.lines())
                    .allSatisfy(line -> assertThat(Columns.of(line)).isLessThanOrEqualTo(Math.clamp(width, 40, 240)));
        }
    }

    @Test
    void nothingMeasuredIsSaid() {
        assertThat(Faces.TEXT.text(Reports.report(List.of()))).isEqualTo("""
                        harbor · prod · health

                          Nothing was measured.

                        ? unknown in 5s
                        2026-11-21T08:00:00Z  0af7651916cd43dd8448eb211c80319c
                        """);
    }

    @Test
    void aFactIsToldWholeThoughItsColumnIsTooNarrow() {
        var fact = "pending 20260314120000_orders_by_user.sql";
        var finding = new Finding(
                "main",
                "ledger",
                "",
                Verdict.FAIL,
                "1 pending",
                List.of(Evidence.compared(fact, "applied", "not applied", false)),
                Duration.ZERO);
        var report = Reports.report(List.of(finding));

        assertThat(Faces.terminal(150, false).text(report))
                .contains("✗ " + fact + "  expected applied   observed not applied\n");
        assertThat(Faces.terminal(80, false).text(report))
                .contains("✗ " + fact + "\n              expected applied\n              observed not applied\n");
    }

    private static String withoutTrailing(String text) {
        return text.replaceAll(" +\n", "\n");
    }
}
