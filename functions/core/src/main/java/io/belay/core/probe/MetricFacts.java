package io.belay.core.probe;

import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observable.Bare;
import io.belay.core.settings.Key;
import io.belay.core.settings.SettingException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What can be expected of a metric's values of late, whoever keeps it. */
public final class MetricFacts {
    private MetricFacts() {}

    /** {@code value}, {@code last}, {@code total}, {@code points}. */
    public static List<Observable> observables() {
        return List.of(
                Observable.of(
                        "value",
                        Observable.Type.NUMBER,
                        Bare.AT_MOST,
                        "What it measured; a bound holds of each period that has a value. Absent where none has."),
                Observable.of("last", Observable.Type.NUMBER, Bare.AT_MOST, "What it measured in the latest period."),
                Observable.of(
                        "total",
                        Observable.Type.NUMBER,
                        Bare.AT_MOST,
                        "The sum of all periods' values; 0 where nothing was measured."),
                Observable.of("points", Observable.Type.NUMBER, Bare.AT_LEAST, "How many periods have a value."));
    }

    /**
     * Refuses a window that is shorter than one period, or longer than {@code most} of them.
     *
     * @throws SettingException naming {@code key}
     */
    public static void fits(Key<Duration> key, Duration window, Duration period, int most) {
        if (window.dividedBy(period) > most || window.compareTo(period) < 0) {
            throw new SettingException(key.name(), "1 to " + most + " periods");
        }
    }

    /**
     * Those of {@code asked}.
     *
     * @param values of the periods that have one, the latest first
     */
    public static List<Fact> of(List<BigDecimal> values, Set<FactName> asked) {
        return asked.stream().map(name -> new Fact(name, value(name, values))).toList();
    }

    private static Value value(FactName name, List<BigDecimal> values) {
        return switch (name.fact()) {
            case "points" -> Value.of(values.size());
            case "total" -> Value.of(values.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
            case "last" -> values.stream().findFirst().map(Value::of).orElseGet(Value::absent);
            case "value" ->
                switch (values.size()) {
                    case 0 -> Value.absent();
                    case 1 -> Value.of(values.getFirst());
                    default -> Value.of(values.stream().map(Value::of).toList());
                };
            default -> Value.absent();
        };
    }
}
