package io.belay.health;

import io.belay.core.Evidence;
import io.belay.core.Verdict;
import io.belay.core.fact.Expectation;
import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Spans;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observable;
import io.belay.core.probe.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Holds an answer against what was expected of it. */
final class Judge {
    private static final FactName LATENCY = FactName.of(Observable.LATENCY);

    private Judge() {}

    static Asking judge(String target, Observation.Answered answered, List<Expectation> expectations) {
        var facts = new ArrayList<>(answered.facts());
        facts.add(new Fact(LATENCY, Value.of(answered.took())));
        var all = new Observation.Answered(facts, answered.took());

        var evidence = new ArrayList<>(expectations.stream()
                .map(each -> compared(each, all.value(each.fact())))
                .toList());
        var judged = expectations.stream().map(Expectation::fact).toList();
        facts.stream()
                .filter(fact -> !judged.contains(fact.name()))
                .forEach(fact -> evidence.add(
                        Evidence.noted(fact.name().toString(), fact.value().shown())));

        var met = evidence.stream().allMatch(Evidence::met);
        return new Asking(
                target,
                met ? Verdict.PASS : Verdict.FAIL,
                met ? praise(evidence, all) : blame(evidence),
                evidence,
                facts,
                answered.took(),
                true);
    }

    static Evidence compared(Expectation expectation, Value observed) {
        var condition = expectation.condition();
        return Evidence.compared(
                expectation.fact().toString(), condition.shown(), observed.shown(), condition.holds(observed));
    }

    private static String praise(List<Evidence> evidence, Observation.Answered answered) {
        var said = evidence.stream()
                .filter(each -> each.expected().isPresent() && !each.fact().equals(Observable.LATENCY))
                .limit(3)
                .map(each -> each.fact() + " " + each.observed())
                .collect(Collectors.joining(", "));
        var took = "in " + Spans.shown(answered.took());
        return said.isEmpty() ? "answered " + took : said + " " + took;
    }

    static String blame(List<Evidence> evidence) {
        var unmet = evidence.stream().filter(each -> !each.met()).toList();
        var first = unmet.getFirst();
        var said = first.fact() + " is " + first.observed() + ", expected "
                + first.expected().orElse("otherwise");
        return unmet.size() == 1 ? said : said + "; and " + (unmet.size() - 1) + " more";
    }
}
