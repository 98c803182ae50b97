package io.belay.adapter.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReportReaderTest {
    @Test
    void whatIsWrittenReadsBackAndIsWrittenTheSameAgain() {
        var written = Faces.JSON.text(Reports.harbor());

        assertThat(Faces.JSON.text(ReportReader.read(written))).isEqualTo(written);
    }

    @Test
    void aReportThatWasReadLooksOnATerminalLikeTheOriginal() {
        var read = ReportReader.read(Faces.JSON.text(Reports.harbor()));

        assertThat(Faces.TEXT.text(read)).isEqualTo(Faces.TEXT.text(Reports.harbor()));
    }

    @Test
    void aHostileReportReadsBackWithEveryFinding() {
        var read = ReportReader.read(Faces.JSON.text(Reports.hostile()));

        assertThat(read.verdict()).isEqualTo(Reports.hostile().verdict());
        assertThat(read.findings()).hasSameSizeAs(Reports.hostile().findings());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{}",
                "{\"belay\":\"report/2\"}",
                "{\"belay\":\"report/1\",\"function\":5}",
                "{\"belay\":",
                "{\"belay\":\"report/1\",\"function\":\"health\",\"system\":\"a\",\"environment\":\"b\","
                        + "\"correlation\":\"abcdefgh\",\"started\":\"yesterday\",\"tookMs\":1}",
                "{\"belay\":\"report/1\",\"function\":\"health\",\"system\":\"a\",\"environment\":\"b\","
                        + "\"correlation\":\"abcdefgh\",\"started\":\"2026-11-21T08:00:00Z\",\"tookMs\":1e99}"
            })
    void whatIsNoReportIsRefusedInWords(String json) {
        assertThatThrownBy(() -> ReportReader.read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("null");
    }
}
