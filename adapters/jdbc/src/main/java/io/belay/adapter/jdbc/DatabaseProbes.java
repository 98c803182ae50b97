package io.belay.adapter.jdbc;

import static io.belay.core.probe.Observable.Bare.AT_MOST;
import static io.belay.core.probe.Observable.Bare.CONTAINS;
import static io.belay.core.probe.Observable.Bare.EQUAL;
import static io.belay.core.probe.Observable.Type.ANY;
import static io.belay.core.probe.Observable.Type.FLAG;
import static io.belay.core.probe.Observable.Type.NUMBER;
import static io.belay.core.probe.Observable.Type.TEXT;

import io.belay.core.fact.Condition;
import io.belay.core.fact.FactName;
import io.belay.core.probe.Observable;
import io.belay.core.probe.Probe;
import io.belay.core.settings.Key;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the probes of either kind of database have in common: how they are written, and what they can measure. */
final class DatabaseProbes {
    static final Key<Text> QUERY =
            Key.text("query", "A query that reads; what varies in it is a question mark, bound from params.");
    static final Key<List<Text>> PARAMS = Key.texts("params", "What is bound to the query's question marks, in order.");
    static final Key<Long> MOST_ROWS = Key.whole("most-rows", 1, 100_000, "How many rows are fetched at the most.")
            .orElse(1_000L);
    static final Key<Duration> TIMEOUT = Key.span(
                    "timeout", Duration.ofMillis(1), Duration.ofMinutes(10), "How long one attempt may take.")
            .orElse(Duration.ofSeconds(10));

    private DatabaseProbes() {}

    static Shape shape(String description) {
        return new Shape(
                description,
                Stream.concat(Database.KEYS.stream(), Stream.of(QUERY, PARAMS, MOST_ROWS, TIMEOUT))
                        .toList());
    }

    static List<Observable> observables() {
        return List.of(
                Observable.of("connects", FLAG, EQUAL, "Whether it lets the user in; false where it must not."),
                Observable.of("refusal", TEXT, CONTAINS, "Why it did not, where connects is asked for."),
                Observable.of("address", TEXT, CONTAINS, "The database that was asked.")
                        .orElse(new Condition.Present(true)),
                Observable.of("value", ANY, EQUAL, "The first column of the query's first row; absent without one."),
                Observable.of("rows", NUMBER, EQUAL, "How many rows the query has, up to most-rows."),
                Observable.of("version", TEXT, EQUAL, "The server's version."),
                Observable.of("role", TEXT, EQUAL, "primary, or replica where it only follows another."),
                Observable.of(
                        "connections-used-percent",
                        NUMBER,
                        AT_MOST,
                        "Open connections in percent of the most there may be."));
    }

    static Probe bind(Engine engine, Settings settings, Set<FactName> asked) {
        var query = settings.find(QUERY)
                .map(sql -> new Query(
                        Query.reading(QUERY.name(), sql),
                        settings.find(PARAMS).orElse(List.of()),
                        settings.get(MOST_ROWS).intValue()));
        if (query.isEmpty() && settings.has(PARAMS)) {
            throw new SettingException(PARAMS.name(), "params need a query");
        }
        if (query.isEmpty() && Stream.of("value", "rows").map(FactName::of).anyMatch(asked::contains)) {
            throw new SettingException(QUERY.name(), "value and rows need a query");
        }
        return new DatabaseProbe(Database.of(engine, settings), query, settings.get(TIMEOUT), Set.copyOf(asked));
    }
}
