package io.belay.health;

import io.belay.core.Evidence;
import io.belay.core.Verdict;
import io.belay.core.check.Check;
import io.belay.core.check.Sampling;
import io.belay.core.fact.Comparison;
import io.belay.core.fact.Condition;
import io.belay.core.fact.Expectation;
import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Latencies;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observable;
import io.belay.core.probe.Probe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks again and again and judges the percentiles. What is expected of the single answer, such as its status, must hold of
 * every sample; a sample without an answer is lost, and none may be unless the file allows it.
 */
record SampleRun(Check check, Sampling sampling, Probe probe, Asker asker) {
    private static final FactName LOST = FactName.of(Observable.LOST);

    record Sampled(Asking attempt, List<Duration> latencies) {}

    Sampled run() throws InterruptedException {
        var single = check.expectations().stream()
                .filter(each ->
                        !Percentiles.NAMES.contains(each.fact()) && !each.fact().equals(LOST))
                .toList();
        var attempts = new ArrayList<Asking>();
        var unmet = new HashMap<Expectation, Unmet>();
        new Callers(sampling, probe, asker).ask(single, attempt -> {
            single.forEach(each -> count(each, attempt, unmet));
            attempts.add(light(attempt));
        });
        var latencies =
                attempts.stream().filter(Asking::answered).map(Asking::latency).toList();
        return new Sampled(judge(attempts, latencies, single, unmet), latencies);
    }

    /** What did not hold: the first value that was seen, and how often. */
    private record Unmet(String first, int times) {}

    private static void count(Expectation expectation, Asking attempt, Map<Expectation, Unmet> unmet) {
        var value = attempt.value(expectation.fact());
        if (attempt.answered() && !expectation.condition().holds(value)) {
            unmet.merge(
                    expectation,
                    new Unmet(value.shown(), 1),
                    (known, more) -> new Unmet(known.first(), known.times() + more.times()));
        }
    }

    /** What was said may be a megabyte, and there may be ten thousand samples. */
    private static Asking light(Asking attempt) {
        return attempt.answered()
                ? new Asking(attempt.target(), attempt.verdict(), "", List.of(), List.of(), attempt.latency(), true)
                : attempt;
    }

    private Asking judge(
            List<Asking> attempts, List<Duration> latencies, List<Expectation> single, Map<Expectation, Unmet> unmet) {
        var target = probe.target().address();
        if (attempts.size() < sampling.count()) {
            var summary = "not finished by the deadline: " + attempts.size() + " of " + sampling.count() + " samples";
            return new Asking(target, Verdict.UNKNOWN, summary, List.of(), List.of(), Duration.ZERO, false);
        }
        var unmeasured = attempts.stream()
                .filter(each -> each.verdict() == Verdict.UNKNOWN)
                .findFirst();
        if (unmeasured.isPresent()) {
            return unmeasured.get();
        }
        var facts = Percentiles.of(latencies, attempts.size());
        var evidence = Stream.concat(
                        single.stream()
                                .map(each -> overAll(each, Optional.ofNullable(unmet.get(each)), latencies.size())),
                        ofPercentiles().map(each -> Judge.compared(each, value(facts, each.fact()))))
                .toList();
        var judged = check.expectations().stream().map(Expectation::fact).toList();
        var noted = facts.stream()
                .filter(fact -> !judged.contains(fact.name()) && !fact.name().equals(LOST))
                .map(fact -> Evidence.noted(fact.name().toString(), fact.value().shown()));
        var met = evidence.stream().allMatch(Evidence::met);
        var median = latencies.isEmpty() ? Duration.ZERO : new Latencies(latencies).percentile(50);
        return new Asking(
                target,
                met ? Verdict.PASS : Verdict.FAIL,
                met ? praise(facts, attempts.size()) : Judge.blame(evidence),
                Stream.concat(evidence.stream(), noted).toList(),
                facts,
                median,
                !latencies.isEmpty());
    }

    private Stream<Expectation> ofPercentiles() {
        var said = check.expectations().stream()
                .filter(each ->
                        Percentiles.NAMES.contains(each.fact()) || each.fact().equals(LOST));
        if (check.expectations().stream().anyMatch(each -> each.fact().equals(LOST))) {
            return said;
        }
        return Stream.concat(
                said, Stream.of(new Expectation(LOST, new Condition.Compared(Comparison.AT_MOST, Value.of(0)))));
    }

    private static Evidence overAll(Expectation expectation, Optional<Unmet> unmet, int answers) {
        var observed = unmet.map(each -> each.first() + " in " + each.times() + " of " + answers)
                .orElse("so in all " + answers);
        return Evidence.compared(
                expectation.fact().toString(), expectation.condition().shown(), observed, unmet.isEmpty());
    }

    private static Value value(List<Fact> facts, FactName name) {
        return facts.stream()
                .filter(fact -> fact.name().equals(name))
                .map(Fact::value)
                .findFirst()
                .orElseGet(Value::absent);
    }

    private static String praise(List<Fact> facts, int count) {
        return "p95 " + value(facts, FactName.of("p95")).shown() + ", p99 "
                + value(facts, FactName.of("p99")).shown() + " over " + count + " samples";
    }
}
