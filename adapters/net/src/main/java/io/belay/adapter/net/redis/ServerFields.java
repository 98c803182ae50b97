package io.belay.adapter.net.redis;

import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The fields of INFO (redis.io/docs/latest/commands/info). */
record ServerFields(Map<String, String> fields) {
    static final ServerFields NONE = new ServerFields(Map.of());

    ServerFields {
        fields = Map.copyOf(fields);
    }

    /** Reads lines of {@code name:value}; sections and all else are passed over. */
    static ServerFields read(String answer) {
        var fields = new HashMap<String, String>();
        answer.lines().forEach(line -> {
            var colon = line.indexOf(':');
            if (colon > 0 && !line.startsWith("#")) {
                fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        });
        return new ServerFields(fields);
    }

    Value value(FactName fact) {
        return switch (fact.fact()) {
            case "info" ->
                Optional.ofNullable(fields.get(fact.argument())).map(Value::of).orElseGet(Value::absent);
            case "memory-used-percent" -> percent(number("used_memory"), number("maxmemory"));
            case "hit-rate" ->
                percent(number("keyspace_hits"), number("keyspace_hits").add(number("keyspace_misses")));
            default -> Value.absent();
        };
    }

    private BigDecimal number(String field) {
        return Value.of(fields.getOrDefault(field, "0")).asNumber().orElse(BigDecimal.ZERO);
    }

    private static Value percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0
                ? Value.absent()
                : Value.of(part.movePointRight(2).divide(whole, 2, RoundingMode.HALF_UP));
    }
}
