package io.belay.adapter.systemfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowanceTest {
    private static String file(String limits, String patience) {
        return """
                system: harbor
                environment: prod
                health:
                  limits: { %s }
                  checks:
                    - name: it
                      memory: { target: a }
                      %s
                """.formatted(limits, patience.replace("; ", "\n      "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    wait: 180s                            | wait     | 3m
                    failures: 7; every: 10s               | failures | 70s
                    failures: 13                          | failures | 65s
                    samples: { count: 700, every: 100ms } | samples  | 70s
                    samples: { count: 550, warm-up: 50, every: 100ms } | samples | 1m
                    """)
    void aCheckThatOutlastsTheRunIsRefused(String patience, String key, String need) {
        var faults = Files.faults(file("within: 60s", patience));

        assertThat(faults)
                .extracting(FileFault::shown)
                .containsExactly(
                        "harbor.yaml:8:7 health.checks[0]." + key + ": found " + key + " for " + need
                                + ", meant less than health.limits.within, 1m: what outlasts its run never fails, it stays UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    wait: 60s
                    failures: 6; every: 10s
                    samples: { count: 500, every: 100ms }
                    failures: 1
                    """)
    void aCheckThatComesToAnEndInTimeIsTaken(String patience) {
        assertThat(Files.faults(file("within: 60s", patience))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    wait: 10s                             | PT60S
                    wait: 30s                             | PT60S
                    wait: 40s                             | PT70S
                    wait: 180s                            | PT210S
                    wait: 1d                              | PT24H
                    failures: 13                          | PT95S
                    samples: { count: 700, every: 100ms } | PT100S
                    """)
    void aRunThatIsNotBoundTakesAsLongAsItsChecks(String patience, Duration within) {
        assertThat(Files.system(file("concurrency: 5", patience))
                        .health()
                        .limits()
                        .within())
                .isEqualTo(within);
    }

    @Test
    void aCheckThatNoRunCanOutlastIsRefused() {
        assertThat(Files.faults(file("", "failures: 1000; every: 1h")))
                .extracting(FileFault::meant)
                .containsExactly(
                        "less than a run can ever take, 1d: what outlasts its run never fails, it stays UNKNOWN");
    }

    private static final String SCENARIO = """
            system: harbor
            environment: prod
            health:
              scenarios:
                - name: it
                  steps:
                    - { name: one, wait: 40s, memory: { target: a } }
                    - { name: two, wait: 50s, memory: { target: a } }
                  finally:
                    - { name: three, wait: 20s, memory: { target: a } }
            """;

    @Test
    void theStepsOfAScenarioTakeTheirTimeOneAfterTheOther() {
        assertThat(Files.system(SCENARIO).health().limits().within()).isEqualTo(Duration.ofSeconds(140));
    }

    @Test
    void aStepThatOutlastsTheRunIsRefused() {
        var file = SCENARIO.replace("health:", "health:\n  limits: { within: 45s }");

        assertThat(Files.faults(file)).extracting(FileFault::path).containsExactly("health.scenarios[0].steps[1].wait");
    }

    @Test
    void aLoadOfOneCallIsNone() {
        var file = """
                system: harbor
                environment: prod
                health:
                  checks: [ { name: it, memory: { target: a } } ]
                  load: [ { name: many, memory: { target: a } } ]
                """;

        assertThat(Files.faults(file))
                .extracting(FileFault::shown)
                .containsExactly("harbor.yaml:5:11 health.load[0]: found a load without samples, meant samples:"
                        + " { count: 1000, at-once: 100 }");
    }

    @Test
    void manyCallersShareThePauses() {
        assertThat(Files.faults(file("within: 60s", "samples: { count: 10000, at-once: 100 }")))
                .isEmpty();
    }
}
