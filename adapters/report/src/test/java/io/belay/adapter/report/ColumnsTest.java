package io.belay.adapter.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {
    @Test
    void wideCharactersTakeTwoColumnsAndMarksNone() {
        assertThat(Columns.of("abc…✓✗·")).isEqualTo(7);
        assertThat(Columns.of("港口")).isEqualTo(4);
        assertThat(Columns.of("한국어テスト")).isEqualTo(12);
        assertThat(Columns.of("🚢")).isEqualTo(2);
        assertThat(Columns.of("e\u0301")).isEqualTo(1);
    }

    @Test
    void everyTextFitsExactly() {
        for (var text : Reports.HOSTILE) {
            for (int columns = 1; columns < 30; columns++) {
                assertThat(Columns.of(Columns.fit(Harmless.line(text), columns)))
                        .isEqualTo(columns);
            }
        }
    }

    @Test
    void linesBreakAtSpacesAndLoseNothingElse() {
        assertThat(Columns.wrapped("one two three", 8)).containsExactly("one two", "three");
        assertThat(Columns.wrapped("abcdefghij", 4)).containsExactly("abcd", "efgh", "ij");
        assertThat(Columns.wrapped("港口港口", 5)).containsExactly("港口", "港口");
        assertThat(Columns.wrapped("港口", 1)).containsExactly("港", "口");
        assertThat(Columns.wrapped("a\nb", 9)).containsExactly("a", "b");
    }
}
