package io.belay.templates.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The templates are as they should be; and where something is planted that is not, it is found, with its place. */
final class TemplateTest {
    private static final Templates REAL = Templates.real();

    static final List<Planted> PLANTED = Planted.all();

    @Test
    void nothingIsWrong() {
        assertThat(Rule.faults(REAL)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("PLANTED")
    void whatIsPlantedIsFound(Planted planted) {
        assertThat(Rule.faults(planted.in(REAL)))
                .anySatisfy(fault -> assertThat(fault).contains(planted.place()).contains(planted.fault()));
    }

    @Test
    void forEachRuleSomethingIsPlanted() {
        var broken = PLANTED.stream().map(planted -> planted.in(REAL)).toList();

        for (var rule : Rule.ALL) {
            assertThat(broken)
                    .as(rule.getClass().getSimpleName())
                    .anyMatch(
                            templates -> !Rule.faults(templates, List.of(rule)).isEmpty());
        }
    }

    @Test
    void aHandlerThatNoFunctionRunsIsFound() {
        var handlers = new HashSet<>(REAL.handlers());
        handlers.add("TeaHandler");

        assertThat(Rule.faults(new Templates(REAL.texts(), handlers)))
                .contains("template.yaml: no function runs TeaHandler");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate(1 minute)", "rate(30 minutes)", "cron(0 8 ? * MON-FRI *)", "cron(0/15 * * * ? *)"})
    void schedulesThatAwsReads(String expression) {
        assertThat(Schedules.valid(expression)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rate(1 minutes)",
                "rate(5 minute)",
                "rate(0 minutes)",
                "5 minutes",
                "cron(0 8 * * *)",
                "cron(0 8 * * * *)",
                "cron(0 8 ? * ? *)"
            })
    void schedulesThatAwsDoesNotRead(String expression) {
        assertThat(Schedules.valid(expression)).isFalse();
    }
}
