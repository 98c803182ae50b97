package io.belay.health;

import io.belay.core.Correlation;
import io.belay.core.Evidence;
import io.belay.core.Redactor;
import io.belay.core.Time;
import io.belay.core.check.Capture;
import io.belay.core.check.Check;
import io.belay.core.check.Scenario;
import io.belay.core.fact.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What the steps of one scenario know so far. Grows by its scenario's one thread alone.
 *
 * <p>Built in: {@code unique}, a key no other run has; {@code run}, the correlation id; {@code now}, the instant it began.
 */
final class Variables {
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> hidden = new HashSet<>();
    private Redactor redactor = Redactor.NONE;

    private Variables() {}

    static Variables start(Scenario scenario, Time time, Correlation correlation) {
        var now = time.instant();
        var seed = correlation.id() + "/" + scenario.name();
        var variables = new Variables();
        variables.values.put("run", correlation.id());
        variables.values.put("now", now.toString());
        variables.values.put(
                "unique",
                "belay-" + Long.toString(now.toEpochMilli(), 36) + "-" + Integer.toUnsignedString(seed.hashCode(), 36));
        return variables;
    }

    Map<String, String> values() {
        return Map.copyOf(values);
    }

    /** {@code check}, expecting what is known by now. */
    Check expecting(Check check) {
        return check.expecting(values, hidden);
    }

    /** Hides what was captured, wherever it turns up. */
    UnaryOperator<String> hide() {
        return redactor::redact;
    }

    /** Takes what {@code captures} ask for; answers with evidence of the first fact that was not there. */
    Optional<Evidence> take(List<Capture> captures, Asking attempt) {
        for (var capture : captures) {
            var value = attempt.value(capture.fact());
            if (value instanceof Value.Absent) {
                return Optional.of(Evidence.compared(capture.fact() + " to capture", "present", value.shown(), false));
            }
            values.put(capture.variable(), value.shown());
            if (!capture.shown()) {
                hidden.add(capture.variable());
                redactor = redactor.with(value.shown(), "{{" + capture.variable() + "}}");
            }
        }
        return Optional.empty();
    }
}
