package io.belay.adapter.net.prometheus;

import io.belay.core.fact.Fact;
import io.belay.core.fact.Value;
import java.util.List;
import java.util.stream.Stream;

/** Things counted, and named for a person to read. */
final class Named {
    /** More than these are counted and not named. */
    private static final int MOST = 20;

    private Named() {}

    static List<Fact> facts(String count, String name, List<String> names) {
        var shown = names.stream().distinct().limit(MOST).map(Value::of);
        var rest = names.stream().distinct().count() - MOST;
        var more = rest > 0 ? Stream.of(Value.of("and " + rest + " more")) : Stream.<Value>empty();
        return List.of(
                Fact.of(count, Value.of(names.size())),
                Fact.of(
                        name,
                        names.isEmpty()
                                ? Value.absent()
                                : Value.of(Stream.concat(shown, more).toList())));
    }
}
