package io.belay.adapter.systemfile;

import static io.belay.adapter.systemfile.ExpectReader.EXPECT;

import io.belay.core.check.Capture;
import io.belay.core.check.Question;
import io.belay.core.fact.Expectation;
import io.belay.core.fact.FactName;
import io.belay.core.probe.Observable;
import io.belay.core.probe.ProbeKind;
import io.belay.core.settings.Settings;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the one key of a check that says what kind it is, and all that stands below it. */
record KindReader(FormReader forms, List<ProbeKind> kinds) {
    KindReader knowing(Set<String> variables) {
        return new KindReader(forms.knowing(variables), kinds);
    }

    List<String> names() {
        return kinds.stream().map(ProbeKind::name).toList();
    }

    /** What is asked and expected. */
    record Asking(Question question, List<Expectation> expectations) {}

    /** A kind, and the entry that names it. */
    record Chosen(ProbeKind kind, Node.Entry entry) {}

    /** The one kind in {@code check}; no kind or a second one is a fault. */
    Optional<Chosen> choose(Node.Block check, Set<String> otherKeys) {
        var faults = forms.faults();
        var chosen = check.entries().stream()
                .flatMap(entry -> kinds.stream()
                        .filter(kind -> kind.name().equals(entry.key()))
                        .map(kind -> new Chosen(kind, entry)))
                .toList();
        if (chosen.isEmpty()) {
            // A misspelt kind is told of as an unknown key.
            if (otherKeys.containsAll(
                    check.entries().stream().map(Node.Entry::key).toList())) {
                faults.add(check.at(), "nothing that is asked", "one of " + Words.oneOf(names()));
            }
            return Optional.empty();
        }
        chosen.stream()
                .skip(1)
                .forEach(more -> faults.add(
                        more.entry().at(),
                        "a second kind",
                        "one kind a check; " + chosen.getFirst().kind().name() + " stands there already"));
        return Optional.of(chosen.getFirst());
    }

    /** The question below {@code chosen}. */
    Optional<Asking> read(Chosen chosen, boolean isSampled, List<Capture> captures) {
        var kind = chosen.kind();
        var node = chosen.entry().value();
        var settings = new BlockReader(forms).read(kind.shape(), node, Set.of(EXPECT));
        if (!(node instanceof Node.Block block)) {
            return Optional.empty();
        }
        var expectations = new ExpectReader(forms.faults(), forms.texts()).read(kind, block.value(EXPECT), isSampled);
        if (expectations.isPresent() && expectations.get().isEmpty()) {
            forms.faults()
                    .add(node.at().missing(EXPECT), "nothing expected", "an expect, since this would always pass");
            return Optional.empty();
        }
        if (settings.isEmpty() || expectations.isEmpty()) {
            return Optional.empty();
        }
        var asked = asked(kind, expectations.get(), captures);
        return fits(kind, settings.get(), asked, block)
                ? Optional.of(new Asking(new Question(kind, settings.get(), asked), expectations.get()))
                : Optional.empty();
    }

    /** Latency and percentiles are measured by who asks, so a probe is not asked for them. */
    private static Set<FactName> asked(ProbeKind kind, List<Expectation> expectations, List<Capture> captures) {
        var own = kind.observables().stream().map(Observable::fact).toList();
        var asked = new HashSet<FactName>();
        expectations.stream()
                .map(Expectation::fact)
                .filter(fact -> own.contains(fact.fact()))
                .forEach(asked::add);
        captures.forEach(capture -> asked.add(capture.fact()));
        return asked;
    }

    private boolean fits(ProbeKind kind, Settings settings, Set<FactName> asked, Node.Block block) {
        if (!settings.variables().isEmpty()) {
            return true;
        }
        return new Fitting(forms.faults())
                .of(block, () -> kind.bind(settings, asked))
                .isPresent();
    }
}
