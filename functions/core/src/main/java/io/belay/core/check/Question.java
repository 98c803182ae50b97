package io.belay.core.check;

import static java.util.Objects.requireNonNull;

import io.belay.core.fact.FactName;
import io.belay.core.probe.Probe;
import io.belay.core.probe.ProbeKind;
import io.belay.core.settings.Settings;
import java.util.Map;
import java.util.Set;

/**
 * What is asked, before a scenario's variables are filled in.
 *
 * @param kind the kind of probe
 * @param settings its block
 * @param asked the facts wanted of the answer
 */
public record Question(ProbeKind kind, Settings settings, Set<FactName> asked) {
    public Question {
        requireNonNull(kind, "kind");
        requireNonNull(settings, "settings");
        asked = Set.copyOf(asked);
    }

    /** The probe, with {@code variables} filled in. */
    public Probe bind(Map<String, String> variables) {
        return kind.bind(settings.fill(variables), asked);
    }
}
