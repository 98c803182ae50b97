package io.belay.adapter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Report;
import io.belay.core.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Instant STARTED = Reports.report(List.of()).started();

    private static Finding moment(String what, Duration after, String detail) {
        return new Finding(
                what,
                "moment",
                "",
                Verdict.PASS,
                detail,
                List.of(Evidence.noted("at", STARTED.plus(after).toString())),
                Duration.ZERO);
    }

    private static Report with(Finding... moments) {
        return Reports.report(List.of(new Finding(
                "timeline",
                "timeline",
                "",
                Verdict.PASS,
                "all in its order",
                List.of(),
                Duration.ZERO,
                List.of(),
                List.of(moments))));
    }

    @Test
    void whatHappenedStandsAboveAllFindingsOfThePageEachAtItsTime() {
        var page = Faces.HTML.text(with(
                moment("deployed", Duration.ofMinutes(-10), "serve 42"),
                moment("arrived", Duration.ofSeconds(2), "serve serves 41")));

        var timeline = page.substring(page.indexOf("<section class=\"timeline\">"), page.indexOf("</section>"));
        assertThat(page.indexOf("</section>")).isLessThan(page.indexOf("<fieldset>"));
        assertThat(timeline)
                .contains("What happened", "<b>deployed</b>", "serve 42", "−10m", "+2s")
                .contains("<time datetime=\"" + STARTED.plusSeconds(2) + "\">");
    }

    @Test
    void aTerminalShowsTheTimeOfEachMoment() {
        var text = Faces.TEXT.text(with(moment("arrived", Duration.ofSeconds(2), "serve serves 41")));

        assertThat(text)
                .containsPattern(
                        "pass +arrived +" + STARTED.plusSeconds(2).toString().substring(11, 19) + " +serve serves 41")
                .doesNotContain("moment");
    }

    @Test
    void aTimeThatIsNoneIsNoMoment() {
        var wrong = new Finding(
                "arrived",
                "moment",
                "",
                Verdict.PASS,
                "some day",
                List.of(Evidence.noted("at", "<b>noon</b>")),
                Duration.ZERO);

        assertThat(Faces.HTML.text(with(wrong))).doesNotContain("<section", "<b>noon");
        assertThat(Faces.TEXT.text(with(wrong))).contains("moment");
    }
}
