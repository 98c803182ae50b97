package io.belay.adapter.net.tls;

import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One list of facts for several addresses of a host. A span is the shortest, or absent where it is absent at any; of
 * {@code trusted} and {@code host-matches} it is no where any says no; what else differs is all of its values, which equals
 * no single one.
 */
final class Worst {
    private static final Set<String> NEVER_NO = Set.of("trusted", "host-matches");

    private Worst() {}

    static List<Fact> of(List<List<Fact>> addresses) {
        var values = new LinkedHashMap<FactName, Set<Value>>();
        for (var facts : addresses) {
            for (var fact : facts) {
                values.computeIfAbsent(fact.name(), _ -> new LinkedHashSet<>()).add(fact.value());
            }
        }
        return values.entrySet().stream()
                .map(each -> new Fact(each.getKey(), worst(each.getKey(), each.getValue())))
                .toList();
    }

    private static Value worst(FactName fact, Set<Value> values) {
        if (values.size() == 1) {
            return values.iterator().next();
        }
        if (NEVER_NO.contains(fact.fact())) {
            return Value.of(false);
        }
        var seen =
                values.stream().filter(each -> !(each instanceof Value.Absent)).toList();
        if (seen.size() == 1 && fact.fact().equals("untrusted-because")) {
            return seen.getFirst();
        }
        if (seen.size() < values.size() && seen.getFirst() instanceof Value.Span) {
            return Value.absent();
        }
        return shortest(values).map(Value::of).orElseGet(() -> Value.of(List.copyOf(values)));
    }

    private static Optional<Duration> shortest(Set<Value> values) {
        return values.stream()
                .flatMap(each -> each instanceof Value.Span(var span) ? Stream.of(span) : null)
                .min(Comparator.naturalOrder());
    }
}
