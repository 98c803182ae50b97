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

    /** Finds the kind of a check. */
    OneKind<ProbeKind> one() {
        return new OneKind<>(forms.faults(), "kind of check", kinds, ProbeKind::name);
    }

    /** What is asked and expected. */
    record Asking(Question question, List<Expectation> expectations) {}

    /** The question below {@code chosen}. */
    Optional<Asking> read(OneKind.Chosen<ProbeKind> chosen, boolean isSampled, List<Capture> captures) {
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
