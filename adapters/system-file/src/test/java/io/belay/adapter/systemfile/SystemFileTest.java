package io.belay.adapter.systemfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Severity;
import io.belay.core.check.Capture;
import io.belay.core.check.Check;
import io.belay.core.check.Limits;
import io.belay.core.check.Patience;
import io.belay.core.check.Sampling;
import io.belay.core.fact.Comparison;
import io.belay.core.fact.Condition;
import io.belay.core.fact.Expectation;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.testkit.InMemoryProbeKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SystemFileTest {
    private static final String HARBOR = """
            # A whole file, with everything a check and a scenario can have.
            system: harbor
            environment: "${public-env:STAGE}"
            health:
              limits: { concurrency: 64, per-host: 4, within: 5m }
              checks:
                - name: api
                  memory: { target: api, expect: { json: { "$.status": healthy }, within: 500ms } }
                - name: "no writes: read side"
                  severity: warning
                  memory: { target: api, expect: { status: [404, 405] } }
                - name: start-up
                  wait: 180s
                  memory: { target: api }
                - name: flaky link
                  failures: 3
                  every: 2s
                  memory: { target: api }
                - name: latency
                  samples: { count: 50, warm-up: 5, every: 20ms }
                  memory: { target: api, expect: { p95: 200ms, p99: 500ms, lost: 1 } }
              load:
                - name: a hundred callers at once
                  samples: { count: 1000, at-once: 100 }
                  memory: { target: api, expect: { p95: 500ms } }
              scenarios:
                - name: log in and order
                  steps:
                    - name: log in
                      memory: { target: login, say: "demo:${env:PW}", expect: { status: 200 } }
                      capture:
                        token: { json: "$.token" }
                        state: { status: true, shown: true }
                    - name: order
                      wait: 10s
                      every: 1s
                      memory: { target: orders, say: "{{token}}/{{unique}}", expect: { status: 201 } }
                      capture: { order: { json: "$.id", shown: true } }
                  finally:
                    - name: delete the order
                      memory: { target: orders, say: "delete {{order}}", expect: { status: [200, 404] } }
            """;

    @Test
    void aWholeFileIsRead() {
        var system = Files.system(HARBOR);

        assertThat(system.name()).isEqualTo("harbor");
        assertThat(system.environment()).isEqualTo("staging");
        assertThat(system.health().limits()).isEqualTo(new Limits(64, 4, Duration.ofMinutes(5)));
        assertThat(system.health().checks())
                .extracting("name")
                .containsExactly("api", "no writes: read side", "start-up", "flaky link", "latency");
    }

    @Test
    void expectationsComeInOrderAndDefaultsFillTheRest() {
        var api = Files.system(HARBOR).health().checks().getFirst();

        assertThat(api.expectations())
                .containsExactly(
                        new Expectation(new FactName("json", "$.status"), new Condition.Is(Value.of("healthy"))),
                        new Expectation(
                                FactName.of("latency"),
                                new Condition.Compared(Comparison.AT_MOST, Value.of(Duration.ofMillis(500)))),
                        new Expectation(FactName.of("status"), new Condition.Is(Value.of(200))));
    }

    @Test
    void aProbeIsAskedForItsOwnFactsAlone() {
        var api = Files.system(HARBOR).health().checks().getFirst();

        assertThat(api.question().asked())
                .containsExactlyInAnyOrder(FactName.of("status"), new FactName("json", "$.status"));
    }

    @Test
    void aListIsAnyOf() {
        var check = Files.system(HARBOR).health().checks().get(1);

        assertThat(check.severity()).isEqualTo(Severity.WARNING);
        assertThat(check.expectations().getFirst().condition().shown()).isEqualTo("404 or 405");
    }

    @Test
    void patienceAndSamplesAreRead() {
        var checks = Files.system(HARBOR).health().checks();

        assertThat(checks.get(0).patience()).isEqualTo(new Patience.None());
        assertThat(checks.get(2).patience())
                .isEqualTo(new Patience.Wait(Duration.ofSeconds(180), Duration.ofSeconds(5)));
        assertThat(checks.get(3).patience()).isEqualTo(new Patience.InARow(3, Duration.ofSeconds(2)));
        assertThat(checks.get(4).sampling()).contains(new Sampling(50, 5, Duration.ofMillis(20)));
    }

    @Test
    void aLoadStandsApartFromTheChecks() {
        var health = Files.system(HARBOR).health();

        assertThat(health.load())
                .singleElement()
                .satisfies(each ->
                        assertThat(each.sampling()).contains(new Sampling(1_000, 0, Duration.ofMillis(10), 100)));
        assertThat(health.checks()).extracting(Check::name).doesNotContain("a hundred callers at once");
    }

    @Test
    void aScenarioHoldsItsCapturesAndVariables() {
        var scenario = Files.system(HARBOR).health().scenarios().getFirst();

        assertThat(scenario.steps().getFirst().captures())
                .containsExactly(
                        new Capture("token", new FactName("json", "$.token"), false),
                        new Capture("state", FactName.of("status"), true));
        assertThat(scenario.steps().getFirst().check().question().asked()).contains(new FactName("json", "$.token"));
        var say = scenario.steps().get(1).check().question().settings().get(InMemoryProbeKind.SAY);
        assertThat(say.variables()).containsExactlyInAnyOrder("token", "unique");
        assertThat(scenario.cleanUp().getFirst().check().question().settings().variables())
                .containsExactly("order");
    }

    @Test
    void aSecretIsPutInAndHidden() {
        var system = Files.system(HARBOR);
        var say = system.health()
                .scenarios()
                .getFirst()
                .steps()
                .getFirst()
                .check()
                .question()
                .settings()
                .get(InMemoryProbeKind.SAY);

        assertThat(say.reveal()).isEqualTo("demo:" + Files.CANARY);
        assertThat(system.toString()).doesNotContain(Files.CANARY);
        assertThat(system.redactor().redact("it said " + say.reveal())).isEqualTo("it said demo:${env:PW}");
    }
}
