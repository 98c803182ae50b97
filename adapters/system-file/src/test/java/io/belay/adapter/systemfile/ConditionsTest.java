package io.belay.adapter.systemfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.fact.Condition;
import io.belay.core.fact.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
    private static Condition condition(String expectation) {
        return Files.check("expect: { " + expectation + " }")
                .expectations()
                .getFirst()
                .condition();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    count: 200                  | 200
                    count: [200, 404]           | 200 or 404
                    count: 2xx                  | 200..299
                    count: 200..204             | 200..204
                    count: "!= 5"               | not 5
                    count: "== 5"               | 5
                    count: ">5"                 | > 5
                    count: -5..-1               | -5..-1
                    within: 500ms               | <= 500ms
                    within: "> 1s"              | > 1s
                    valid-for: 30d              | >= 30d
                    valid-for: 1h..2h           | 60m..2h
                    bytes: 1KB                  | <= 1024
                    open: true                  | true
                    body: ok                    | contains ok
                    body: 1.10                  | contains 1.10
                    body: "<html>"              | contains <html>
                    body: a..b                  | contains a..b
                    body: { is: "< 5" }         | < 5
                    body: { not: a }            | not contains a
                    body: { matches: "^a$" }    | /^a$/
                    body: { present: false }    | absent
                    body: { all: [a, b] }       | contains a and contains b
                    body: { any: [a, b] }       | contains a or contains b
                    body: { contains: a, not: b } | contains a and not contains b
                    version: 8.0.41             | >= 8.0.41
                    version: "< 8.0.41-debian"  | < 8.0.41-debian
                    version: "8.0..8.4"         | 8.0..8.4
                    any: "> 5"                  | > 5
                    any: { not: [a, 5] }        | not a or 5
                    """)
    void aConditionIsReadAsItIsMeant(String expectation, String shown) {
        assertThat(condition(expectation).shown()).isEqualTo(shown);
    }

    @Test
    void whereAnyValueMayStandQuotesMakeAText() {
        assertThat(condition("any: 5")).isEqualTo(new Condition.Is(Value.of(5)));
        assertThat(condition("any: \"5\"")).isEqualTo(new Condition.Is(Value.of("5")));
        assertThat(condition("any: true")).isEqualTo(new Condition.Is(Value.of(true)));
        assertThat(condition("any: no")).isEqualTo(new Condition.Is(Value.of("no")));
    }

    @Test
    void wordsOfIsAreTakenAsWritten() {
        assertThat(condition("body: { is: \"< 5\" }")).isEqualTo(new Condition.Is(Value.of("< 5")));
    }

    @Test
    void whatIsPublicCanBeExpected() {
        assertThat(condition("version: \">= ${public-env:MIN}\"").shown()).isEqualTo(">= 8.0");
    }
}
