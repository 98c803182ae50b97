package io.belay.core.testkit;

import io.belay.core.fact.Condition;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observable;
import io.belay.core.probe.Probe;
import io.belay.core.probe.ProbeKind;
import io.belay.core.settings.Key;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The kind {@code memory}: asks targets that a test keeps by name. A target nobody put there refuses. */
public final class InMemoryProbeKind implements ProbeKind {
    /** Which target. */
    public static final Key<Text> TARGET =
            Key.text("target", "Which of the test's targets.").needed();

    /** What is sent to it. */
    public static final Key<Text> SAY = Key.text("say", "What is sent to it.").orElse(Text.of(""));

    private final Map<String, InMemoryTarget> targets = new ConcurrentHashMap<>();

    /** Puts {@code target} there under {@code name}. */
    public InMemoryProbeKind put(String name, InMemoryTarget target) {
        targets.put(name, target);
        return this;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Shape shape() {
        return Shape.of("Asks a target that a test keeps.", TARGET, SAY);
    }

    @Override
    public List<Observable> observables() {
        return List.of(
                Observable.of("status", Observable.Type.NUMBER, Observable.Bare.EQUAL, "What it answers.")
                        .orElse(new Condition.Is(Value.of(200))),
                Observable.keyed("json", Observable.Type.ANY, Observable.Bare.EQUAL, "A value it answers, by name."));
    }

    @Override
    public Probe bind(Settings settings, Set<FactName> asked) {
        var name = settings.get(TARGET).shown();
        var target = targets.getOrDefault(name, InMemoryTarget.refusing("nobody at " + name));
        return new InMemoryProbe(name, settings.get(SAY).reveal(), target, asked);
    }
}
