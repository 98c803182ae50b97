package io.belay.adapter.systemfile;

import io.belay.core.fact.Expectation;
import io.belay.core.fact.FactName;
import io.belay.core.probe.Observable;
import io.belay.core.probe.ProbeKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code expect}, and adds what a kind expects where the file says nothing. */
record ExpectReader(Faults faults, TextReader texts) {
    static final String EXPECT = "expect";

    /**
     * What is expected of a check of {@code kind}.
     *
     * @param expect the block; empty where there is none
     * @param isSampled whether percentiles can be asked for
     */
    Optional<List<Expectation>> read(ProbeKind kind, Optional<Node> expect, boolean isSampled) {
        var expectations = new ArrayList<Expectation>();
        var said = new LinkedHashSet<String>();
        var isWhole = true;
        if (expect.isPresent()) {
            if (!(expect.get() instanceof Node.Block block)) {
                faults.mistaken(expect.get(), "a block of facts: " + Words.oneOf(keys(kind)));
                return Optional.empty();
            }
            for (var entry : block.entries()) {
                var observable = observable(kind, entry, isSampled);
                observable.ifPresent(each -> said.add(each.key()));
                isWhole &= observable.isPresent() && take(observable.get(), entry, expectations);
            }
        }
        kind.observables().stream()
                .filter(observable -> !observable.keyed() && !said.contains(observable.key()))
                .forEach(observable -> observable
                        .byDefault()
                        .ifPresent(condition -> expectations.add(new Expectation(observable.name(), condition))));
        return isWhole ? Optional.of(expectations) : Optional.empty();
    }

    private static List<String> keys(ProbeKind kind) {
        return all(kind).map(Observable::key).toList();
    }

    /** What can be expected of {@code kind}. */
    static Stream<Observable> all(ProbeKind kind) {
        return Stream.concat(kind.observables().stream(), Observable.COMMON.stream());
    }

    private Optional<Observable> observable(ProbeKind kind, Node.Entry entry, boolean isSampled) {
        var observable =
                all(kind).filter(each -> each.key().equals(entry.key())).findFirst();
        if (observable.isEmpty()) {
            var found = "the unknown fact " + Words.quoted(entry.key());
            faults.add(entry.at(), found, Words.nearestOf(entry.key(), keys(kind)));
            return Optional.empty();
        }
        if (!isSampled && needsSamples(observable.get())) {
            faults.add(entry.at(), entry.key() + " without samples", "samples: { count: 50 } beside the kind's key");
            return Optional.empty();
        }
        return observable;
    }

    private static boolean needsSamples(Observable observable) {
        // By its key, which no fact of a kind shares: a record's own equality is dear at its first use (FactName).
        return Observable.COMMON.stream().map(Observable::key).anyMatch(observable.key()::equals)
                && !observable.fact().equals(Observable.LATENCY);
    }

    private boolean take(Observable observable, Node.Entry entry, List<Expectation> expectations) {
        if (!observable.keyed()) {
            return add(observable, observable.name(), entry.value(), expectations);
        }
        if (!(entry.value() instanceof Node.Block block) || block.entries().isEmpty()) {
            faults.mistaken(entry.value(), "a block with a condition for each: " + observable.description());
            return false;
        }
        var isWhole = true;
        var arguments = new LinkedHashSet<String>();
        for (var each : block.entries()) {
            var argument = texts.key(each, arguments);
            argument.ifPresent(arguments::add);
            var name = argument.map(present -> new FactName(observable.fact(), present));
            isWhole &= name.isPresent() && add(observable, name.get(), each.value(), expectations);
        }
        return isWhole;
    }

    private boolean add(Observable observable, FactName name, Node node, List<Expectation> expectations) {
        var condition = new ConditionReader(faults, texts).read(observable, node);
        condition.ifPresent(present -> expectations.add(new Expectation(name, present)));
        return condition.isPresent();
    }
}
