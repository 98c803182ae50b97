package io.belay.health;

import static io.belay.core.testkit.InMemoryTarget.answering;
import static io.belay.health.Systems.BROKEN;
import static io.belay.health.Systems.IS_OK;
import static io.belay.health.Systems.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.belay.core.Finding;
import io.belay.core.Verdict;
import io.belay.core.check.Limits;
import io.belay.core.check.Sampling;
import io.belay.core.fact.Comparison;
import io.belay.core.fact.Condition;
import io.belay.core.fact.Expectation;
import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observation;
import io.belay.core.testkit.InMemoryTarget;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class SamplingTest {
    private static final Sampling HUNDRED = new Sampling(100, 0, Duration.ofMillis(10));

    private final Systems systems = new Systems();
    private final AtomicInteger asked = new AtomicInteger();

    private static Expectation atMost(String fact, int millis) {
        return new Expectation(
                FactName.of(fact), new Condition.Compared(Comparison.AT_MOST, Value.of(Duration.ofMillis(millis))));
    }

    /** Takes 1 ms, then 2 ms, and so on. */
    private InMemoryTarget slowerEachTime() {
        return (_, _) -> new Observation.Answered(List.of(OK), Duration.ofMillis(asked.incrementAndGet()));
    }

    @Test
    void percentilesAreOfTheNearestRank() {
        systems.target("api", slowerEachTime())
                .with(systems.sampled("api", HUNDRED, atMost("p95", 95), atMost("p99", 99), atMost("p50", 50)));

        var finding = systems.only();

        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.samples()).hasSize(100);
    }

    @Test
    void aPercentileAboveItsBoundFails() {
        systems.target("api", slowerEachTime()).with(systems.sampled("api", HUNDRED, atMost("p95", 94)));

        assertThat(systems.only().summary()).isEqualTo("p95 is 95ms, expected <= 94ms");
    }

    @Test
    void theWarmUpDoesNotCount() {
        systems.target(
                        "api",
                        (_, _) -> new Observation.Answered(
                                List.of(OK),
                                asked.incrementAndGet() <= 5 ? Duration.ofSeconds(9) : Duration.ofMillis(3)))
                .with(systems.sampled("api", new Sampling(20, 5, Duration.ZERO), atMost("max", 3)));

        assertThat(systems.only().verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void oneWrongStatusAmongManyFails() {
        systems.target(
                        "api",
                        (_, _) -> new Observation.Answered(
                                List.of(asked.incrementAndGet() == 50 ? BROKEN : OK), Duration.ofMillis(3)))
                .with(systems.sampled("api", HUNDRED, IS_OK, atMost("p99", 10)));

        assertThat(systems.only().summary()).isEqualTo("status is 503 in 1 of 100, expected 200");
    }

    @Test
    void aLostSampleFailsThoughThePercentilesHold() {
        systems.target(
                        "api",
                        (_, _) -> asked.incrementAndGet() == 7
                                ? new Observation.Refused("connection reset", Duration.ofMillis(1))
                                : new Observation.Answered(List.of(OK), Duration.ofMillis(3)))
                .with(systems.sampled("api", HUNDRED, atMost("p99", 10)));

        assertThat(systems.only().summary()).contains("lost is 1");
    }

    @Test
    void noAnswerAtAllFails() {
        systems.target("api", InMemoryTarget.refusing("connection refused"))
                .with(systems.sampled("api", HUNDRED, atMost("p95", 10)));

        assertThat(systems.only().verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void whatASampleSaidIsLetGoOnceItIsCounted() {
        var said = new ArrayList<WeakReference<Value>>();
        var alive = new AtomicInteger();
        systems.target("api", (_, _) -> {
                    if (said.size() == 99) {
                        System.gc();
                        alive.set(Math.toIntExact(
                                said.stream().filter(each -> each.get() != null).count()));
                    }
                    var value = Value.of("x".repeat(1_000));
                    said.add(new WeakReference<>(value));
                    return new Observation.Answered(
                            List.of(new Fact(IS_OK.fact(), value)), Duration.ofMillis(asked.incrementAndGet()));
                })
                .with(systems.sampled("api", HUNDRED, IS_OK));

        assertThat(systems.only().evidence())
                .anySatisfy(each -> assertThat(each.observed()).endsWith("in 100 of 100"));
        assertThat(alive).hasValueLessThan(10);
    }

    @Test
    void tooFewSamplesByTheDeadlineAreUnknown() {
        systems.target("api", answering(OK))
                .with(systems.sampled("api", new Sampling(100, 0, Duration.ofSeconds(1)), atMost("p95", 10)));

        assertThat(systems.only().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    /** Nobody is answered before all of them ask: fewer at once would never end. */
    @Test
    void soManyCallersAskAtOnceWhateverTheLimits() {
        var all = new CountDownLatch(40);
        systems.limits = new Limits(8, 2, Duration.ofSeconds(60));
        systems.target("api", (_, _) -> {
                    all.countDown();
                    all.await();
                    return new Observation.Answered(List.of(OK), Duration.ofMillis(asked.incrementAndGet()));
                })
                .with(systems.sampled("api", new Sampling(400, 40, Duration.ofMillis(10), 40), atMost("p95", 440)));

        var finding = systems.only();

        assertThat(finding.verdict()).as("%s", finding).isEqualTo(Verdict.PASS);
        assertThat(asked.get()).isEqualTo(440);
        assertThat(finding.samples()).hasSize(400);
    }

    @Test
    void whatIsLostOfManyIsCounted() {
        systems.target(
                        "api",
                        (_, _) -> asked.incrementAndGet() % 10 == 0
                                ? new Observation.Refused("connection refused", Duration.ofMillis(1))
                                : new Observation.Answered(List.of(OK), Duration.ofMillis(3)))
                .with(systems.sampled("api", new Sampling(100, 0, Duration.ZERO, 20), atMost("p95", 10)));

        assertThat(systems.only().summary()).contains("lost is 10, expected <= 0");
    }

    @Test
    void aBugThatOneCallerMeetsIsTold() {
        systems.target("api", (_, _) -> {
                    throw new IllegalStateException("a bug");
                })
                .with(systems.sampled("api", new Sampling(100, 0, Duration.ZERO, 20), atMost("p95", 10)));

        assertThat(systems.only().summary())
                .isEqualTo("a fault in Belay itself: java.lang.IllegalStateException: a bug");
    }

    @Test
    void aLoadIsAskedByItsNameAlone() {
        systems.target("api", (_, _) -> {
                    asked.incrementAndGet();
                    return new Observation.Answered(List.of(OK), Duration.ofMillis(3));
                })
                .with(systems.check("api"));
        systems.load.add(systems.named("a hundred", systems.sampled("api", HUNDRED, atMost("p95", 10))));

        assertThat(systems.run().findings()).extracting(Finding::subject).containsExactly("api");
        assertThat(asked.get()).isEqualTo(1);
        assertThat(systems.run("a hundred").findings())
                .extracting(Finding::subject, Finding::verdict)
                .containsExactly(tuple("a hundred", Verdict.PASS));
        assertThat(asked.get()).isEqualTo(101);
    }
}
