package io.belay.health;

import static io.belay.core.testkit.InMemoryTarget.answering;
import static io.belay.core.testkit.InMemoryTarget.refusing;
import static io.belay.health.Systems.BROKEN;
import static io.belay.health.Systems.OK;
import static io.belay.health.Systems.saying;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Verdict;
import io.belay.core.check.Capture;
import io.belay.core.fact.Condition;
import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observation;
import io.belay.core.settings.Text;
import io.belay.core.testkit.InMemoryTarget;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

final class ScenarioTest {
    private static final FactName TOKEN = new FactName("json", "token");
    private static final Fact A_TOKEN = new Fact(TOKEN, Value.of("t0ken-of-the-day"));
    private static final Capture CAPTURE = new Capture("token", TOKEN, false);

    private final Systems systems = new Systems();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    private InMemoryTarget hearing(Fact fact) {
        return (said, _) -> {
            heard.add(said);
            return new Observation.Answered(List.of(fact), Duration.ofMillis(5));
        };
    }

    @Test
    void aLaterStepUsesWhatAnEarlierOneCaptured() {
        systems.target("login", answering(OK, A_TOKEN)).target("order", hearing(OK));
        systems.scenario(
                List.of(systems.step("login", Text.of(""), CAPTURE), systems.step("order", saying("token"))),
                List.of());

        assertThat(systems.only().verdict()).isEqualTo(Verdict.PASS);
        assertThat(heard).containsExactly("t0ken-of-the-day");
    }

    @Test
    void aCapturedTokenIsNotShown() {
        systems.target("login", answering(OK, A_TOKEN)).target("order", answering(BROKEN, A_TOKEN));
        systems.scenario(
                List.of(systems.step("login", Text.of(""), CAPTURE), systems.step("order", saying("token"))),
                List.of());

        assertThat(systems.only().toString()).doesNotContain("t0ken").contains("{{token}}");
    }

    @Test
    void theFirstBrokenStepEndsTheScenarioAndTheCleanUpRuns() {
        systems.target("login", answering(OK, A_TOKEN))
                .target("order", answering(BROKEN))
                .target("pay", hearing(OK))
                .target("delete", hearing(OK));
        systems.scenario(
                List.of(
                        systems.step("login", Text.of(""), CAPTURE),
                        systems.step("order", Text.of("")),
                        systems.step("pay", Text.of("pay"))),
                List.of(systems.step("delete", saying("token"))));

        var finding = systems.only();

        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.summary()).isEqualTo("step 2 of 3, order: status is 503, expected 200");
        assertThat(finding.parts()).extracting(Finding::subject).containsExactly("login", "order", "delete");
        assertThat(heard).containsExactly("t0ken-of-the-day");
    }

    @Test
    void whatWasNeverMadeIsNotCleanedUp() {
        systems.target("login", refusing("connection refused")).target("delete", hearing(OK));
        systems.scenario(
                List.of(systems.step("login", Text.of(""), CAPTURE)), List.of(systems.step("delete", saying("token"))));

        assertThat(systems.only().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(heard).isEmpty();
    }

    @Test
    void aFailedCleanUpOfAPassedScenarioWarns() {
        systems.target("order", answering(OK)).target("delete", answering(BROKEN));
        systems.scenario(List.of(systems.step("order", Text.of(""))), List.of(systems.step("delete", Text.of(""))));

        assertThat(systems.only().verdict()).isEqualTo(Verdict.WARN);
        assertThat(systems.only().summary()).contains("clean-up").contains("delete");
    }

    @Test
    void aCaptureThatIsNotThereFailsItsStep() {
        systems.target("login", answering(OK));
        systems.scenario(List.of(systems.step("login", Text.of(""), CAPTURE)), List.of());

        assertThat(systems.only().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(systems.only().summary()).contains("json token to capture is absent");
    }

    @Test
    void theCleanUpHasTimeLeftWhenAStepUsesUpItsOwn() {
        systems.target("order", (_, deadline) -> {
                    systems.time.advance(deadline.remaining());
                    return new Observation.Silent("the response", Duration.ofSeconds(30));
                })
                .target("delete", (_, deadline) -> {
                    heard.add(deadline.remaining().toString());
                    return new Observation.Answered(List.of(OK), Duration.ofMillis(1));
                });
        systems.scenario(List.of(systems.step("order", Text.of(""))), List.of(systems.step("delete", Text.of(""))));

        assertThat(systems.only().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(heard).containsExactly("PT6S");
    }

    @Test
    void everyRunHasAUniqueKeyOfItsOwn() {
        systems.target("order", hearing(OK));
        systems.scenario(List.of(systems.step("order", saying("unique"))), List.of());

        systems.run();
        systems.time.advance(Duration.ofMillis(1));
        systems.run();

        assertThat(heard).hasSize(2).doesNotHaveDuplicates().allMatch(key -> key.startsWith("belay-"));
    }

    private static Condition is(String variable) {
        return new Condition.Open(saying(variable), filled -> new Condition.Is(Value.of(filled)));
    }

    private Finding lookedUp(String answer, boolean shown) {
        systems.target("login", answering(OK, A_TOKEN)).target("look", answering(new Fact(TOKEN, Value.of(answer))));
        systems.scenario(
                List.of(
                        systems.step("login", Text.of(""), new Capture("token", TOKEN, shown)),
                        systems.expecting("look", TOKEN, is("token"))),
                List.of());
        return systems.only().parts().getLast();
    }

    @Test
    void whatWasCapturedCanBeExpectedAndIsShownBesideWhatWasSeen() {
        var finding = lookedUp("t0ken-of-the-day", true);

        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.evidence())
                .contains(Evidence.compared("json token", "t0ken-of-the-day", "t0ken-of-the-day", true));
    }

    @Test
    void anotherValueThanTheCapturedOneFails() {
        var finding = lookedUp("t0ken-of-yesterday", true);

        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.summary()).isEqualTo("json token is t0ken-of-yesterday, expected t0ken-of-the-day");
    }

    @Test
    void aHiddenValueIsExpectedByItsName() {
        var finding = lookedUp("another", false);

        assertThat(finding.evidence()).contains(Evidence.compared("json token", "{{token}}", "another", false));
        assertThat(finding.toString()).doesNotContain("t0ken");
    }

    @Test
    void theUniqueKeyCanBeExpectedOfAnAnswerThatHoldsIt() {
        systems.target("order", hearing(OK))
                .target(
                        "look",
                        (_, _) -> new Observation.Answered(
                                List.of(new Fact(TOKEN, Value.of(heard.getFirst()))), Duration.ofMillis(1)));
        systems.scenario(
                List.of(systems.step("order", saying("unique")), systems.expecting("look", TOKEN, is("unique"))),
                List.of());

        assertThat(systems.only().verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aCleanUpThatExpectsWhatWasNeverCapturedDoesNotRun() {
        systems.target("login", refusing("connection refused")).target("delete", hearing(OK));
        systems.scenario(
                List.of(systems.step("login", Text.of(""), CAPTURE)),
                List.of(systems.expecting("delete", TOKEN, is("token"))));

        assertThat(systems.only().parts()).extracting(Finding::subject).containsExactly("login");
        assertThat(heard).isEmpty();
    }

    @Test
    void aLongTokenIsHiddenInASummaryThatIsCut() {
        var token = "t0ken-".repeat(60);
        systems.target("login", answering(OK, new Fact(TOKEN, Value.of(token))))
                .target("look", answering(new Fact(TOKEN, Value.of("you said " + token))));
        systems.scenario(
                List.of(systems.step("login", Text.of(""), CAPTURE), systems.expecting("look", TOKEN, is("token"))),
                List.of());

        assertThat(systems.only().summary())
                .isEqualTo("step 2 of 2, look: json token is you said {{token}}, expected {{token}}");
    }
}
