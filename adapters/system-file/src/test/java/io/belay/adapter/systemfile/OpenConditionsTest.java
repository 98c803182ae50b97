package io.belay.adapter.systemfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.fact.Condition;
import io.belay.core.fact.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenConditionsTest {
    private static final String FILE = """
            system: harbor
            environment: prod
            health:
              scenarios:
                - name: it
                  steps:
                    - name: log in
                      memory: { target: a }
                      capture: { order: { json: id } }
                    - name: look
                      forms: { expect: { %s } }
            """;

    private static Condition condition(String expectation, String value) {
        var scenario =
                Files.system(FILE.formatted(expectation)).health().scenarios().getFirst();
        var check = scenario.steps().getLast().check();
        return check.expecting(Map.of("order", value), Set.of())
                .expectations()
                .getFirst()
                .condition();
    }

    private static List<FileFault> faults(String expectation) {
        return Files.faults(FILE.formatted(expectation));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    any: "{{order}}"                   | 7
                    any: "belay-{{order}}"             | belay-7
                    any: "> {{order}}"                 | > 7
                    any: "!= {{order}}"                | not 7
                    any: ["{{order}}", 8]              | 7 or 8
                    any: { is: "> {{order}}" }         | > 7
                    any: { not: "{{order}}" }          | not 7
                    any: { contains: "/{{order}}" }    | contains /7
                    count: "{{order}}"                 | 7
                    count: ">= {{order}}"              | >= 7
                    body: "id {{order}}"               | contains id 7
                    version: "{{order}}"               | >= 7
                    header: { ETag: "{{order}}" }      | 7
                    """)
    void aVariableIsFilledInWhereverAValueStands(String expectation, String shown) {
        assertThat(condition(expectation, "7").shown()).isEqualTo(shown);
    }

    @Test
    void whatWasCapturedEqualsItself() {
        assertThat(condition("any: \"{{order}}\"", "42").holds(Value.of(42))).isTrue();
        assertThat(condition("any: \"{{order}}\"", "42").holds(Value.of("42"))).isTrue();
        assertThat(condition("any: \"{{order}}\"", "1.10").holds(Value.of("1.1")))
                .isFalse();
        assertThat(condition("any: \"{{order}}\"", "true").holds(Value.of(true)))
                .isTrue();
        assertThat(condition("count: \"> {{order}}\"", "42").holds(Value.of(43)))
                .isTrue();
        assertThat(condition("open: \"{{order}}\"", "false").holds(Value.of(true)))
                .isFalse();
    }

    @Test
    void whatATargetAnsweredIsNoCondition() {
        var condition = condition("any: \"{{order}}\"", "!= x");

        assertThat(condition.holds(Value.of("y"))).isFalse();
        assertThat(condition.holds(Value.of("!= x"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    any: "{{oder}}"                | the variable {{oder}}, which no step before this one captures | "order"
                    any: { matches: "{{order}}" }  | the variable {{order}} | a text without variables here
                    header: { "{{order}}": a }     | the variable {{order}} | a text without variables here
                    count: "2{{order}}"            | "2{{order}}"           | a number, or a variable alone
                    count: "{{order}}..9"          | "{{order}}..9"         | a number, or a variable alone
                    open: "a{{order}}"             | "a{{order}}"           | true or false, or a variable alone
                    valid-for: "{{order}}"         | "{{order}}"            | a span such as 350ms, 5s or 30d, without a variable
                    any: "{{order}} ${env:PW}"     | the secret "${env:PW}" | a text that may be shown; ${public-env:NAME} reads what is no secret
                    """)
    void whereAVariableCannotStandItIsToldOf(String expectation, String found, String meant) {
        var faults = faults(expectation);

        assertThat(faults).extracting(FileFault::found).containsExactly(found);
        assertThat(faults).extracting(FileFault::meant).containsExactly(meant);
    }

    @Test
    void aCheckOfItsOwnHasNoVariables() {
        assertThat(Files.fault("expect: { any: \"{{unique}}\" }").meant())
                .isEqualTo("no variable: only the steps of a scenario have them");
    }

    @Test
    void aStepDoesNotExpectWhatItCapturesItself() {
        var file = FILE.formatted("open: true")
                .replace("target: a }", "target: a, expect: { json: { id: \"{{order}}\" } } }");

        assertThat(Files.faults(file))
                .extracting(FileFault::found)
                .containsExactly("the variable {{order}}, which no step before this one captures");
    }
}
