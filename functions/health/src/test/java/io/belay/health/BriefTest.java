package io.belay.health;

import static io.belay.core.testkit.InMemoryTarget.answering;
import static io.belay.core.testkit.InMemoryTarget.refusing;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Redactor;
import io.belay.core.check.Check;
import io.belay.core.fact.Condition;
import io.belay.core.fact.Expectation;
import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BriefTest {
    private static final String PAGE = "<html>\n\t<title>Down</title>\r\n" + "<p>sorry</p>\n".repeat(50) + "</html>";

    private final Systems systems = new Systems();

    private Finding asked(String answer, String expected) {
        var body = new Expectation(FactName.of("body"), new Condition.Contains(expected));
        systems.target("web", answering(Fact.of("body", Value.of(answer))));
        var check = systems.check("web");
        return systems.with(new Check(
                        check.name(),
                        check.severity(),
                        check.question(),
                        List.of(body),
                        check.patience(),
                        check.sampling()))
                .only();
    }

    @Test
    void aSummaryQuotesTheBeginningOfALongValueAndKeepsWhatWasExpected() {
        var finding = asked(PAGE, "welcome");

        assertThat(finding.summary())
                .startsWith("body is <html> <title>Down</title> <p>sorry</p>")
                .contains("…")
                .endsWith("</html>, expected contains welcome")
                .hasSizeLessThan(200)
                .doesNotContain("\n", "\t", "\r");
    }

    @Test
    void thePraiseOfALongValueIsOneLineToo() {
        var finding = asked(PAGE, "sorry");

        assertThat(finding.summary())
                .startsWith("body <html> <title>")
                .contains("…")
                .hasSizeLessThan(200);
    }

    @Test
    void theEvidenceKeepsTheWholeValue() {
        assertThat(asked(PAGE, "welcome").evidence())
                .contains(Evidence.compared("body", "contains welcome", PAGE, false));
    }

    @Test
    void aSecretThatTheCutWouldHalveIsGone() {
        systems.redactor = Redactor.NONE.with("k3y-".repeat(30), "${env:KEY}");

        assertThat(asked("you sent: " + "k3y-".repeat(30), "welcome").summary())
                .isEqualTo("body is you sent: ${env:KEY}, expected contains welcome");
    }

    @Test
    void aSecretOfSeveralLinesIsGone() {
        systems.redactor = Redactor.NONE.with("BEGIN\nk3y\nEND", "${env:KEY}");

        assertThat(asked("you sent BEGIN\nk3y\nEND", "welcome").summary())
                .contains("${env:KEY}")
                .doesNotContain("k3y");
    }

    @Test
    void aLongReasonIsCut() {
        systems.target("api", refusing("no route\n" + "to host ".repeat(500))).with(systems.check("api"));

        assertThat(systems.only().summary())
                .startsWith("refused: no route to host")
                .hasSizeLessThan(450);
    }

    @Test
    void whereNobodyAnswersTheEvidenceSaysThatAnAnswerWasExpected() {
        systems.target("api", refusing("connection refused")).with(systems.check("api"));

        assertThat(systems.only().evidence())
                .containsExactly(Evidence.compared("answer", "an answer", "refused: connection refused", false));
    }
}
