package io.belay.health;

import io.belay.core.Evidence;
import io.belay.core.Verdict;
import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import java.time.Duration;
import java.util.List;

/**
 * What one asking came to.
 *
 * @param target what was asked
 * @param verdict before its severity is weighed
 * @param summary why, in one sentence
 * @param evidence what was expected beside what was seen
 * @param facts all that was measured
 * @param latency how long the answer took; where there was none, how long was waited
 * @param answered whether there was one
 */
record Asking(
        String target,
        Verdict verdict,
        String summary,
        List<Evidence> evidence,
        List<Fact> facts,
        Duration latency,
        boolean answered) {
    boolean passed() {
        return verdict == Verdict.PASS;
    }

    Value value(FactName name) {
        return facts.stream()
                .filter(fact -> fact.name().equals(name))
                .map(Fact::value)
                .findFirst()
                .orElseGet(Value::absent);
    }
}
