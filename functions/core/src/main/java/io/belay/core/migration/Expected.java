package io.belay.core.migration;

import static java.util.Objects.requireNonNull;

import io.belay.core.fact.Condition;
import io.belay.core.schema.ExpectedFact;
import io.belay.core.schema.Glob;
import java.util.List;
import java.util.Optional;

/**
 * What must be in a database. All of it may be empty.
 *
 * @param heads the newest version that must be applied, or each end of a graph; of every ledger that is read
 * @param facts tables, columns, indexes, constraints, views
 * @param baseline the schema as it was recorded
 * @param rows what queries must find
 * @param version what the server's version must be
 * @param latency how fast it must answer
 */
public record Expected(
        List<String> heads,
        List<ExpectedFact> facts,
        Optional<Recorded> baseline,
        List<RowCheck> rows,
        Optional<Condition> version,
        Optional<LatencyCheck> latency) {
    /** Nothing but what ledger and scripts say. */
    public static final Expected NOTHING =
            new Expected(List.of(), List.of(), Optional.empty(), List.of(), Optional.empty(), Optional.empty());

    public Expected {
        heads = List.copyOf(heads);
        facts = List.copyOf(facts);
        requireNonNull(baseline, "baseline");
        rows = List.copyOf(rows);
        requireNonNull(version, "version");
        requireNonNull(latency, "latency");
    }

    /** Whether the schema has to be looked at. */
    public boolean ofSchema() {
        return baseline.isPresent() || !facts.isEmpty();
    }

    /**
     * A recorded schema.
     *
     * @param ignored tables, views and the like of which any difference is passed over
     */
    public record Recorded(BaselineSource source, List<Glob> ignored) {
        public Recorded {
            requireNonNull(source, "source");
            ignored = List.copyOf(ignored);
        }
    }

    /**
     * A query, and what it must find.
     *
     * @param name what people call it
     * @param value what the first column of its first row must be; absent without a row
     */
    public record RowCheck(String name, RowQuery query, Condition value) {
        public RowCheck {
            requireNonNull(name, "name");
            requireNonNull(query, "query");
            requireNonNull(value, "value");
        }
    }

    /**
     * How fast the database must answer.
     *
     * @param samples how often it is asked, 2 to 1,000
     * @param query what is asked; {@code SELECT 1} where the file says nothing
     * @param p95 what the latency that 95 of 100 samples keep within must be
     */
    public record LatencyCheck(int samples, RowQuery query, Condition p95) {
        public LatencyCheck {
            requireNonNull(query, "query");
            requireNonNull(p95, "p95");
            if (samples < 2 || samples > 1_000) {
                throw new IllegalArgumentException("2 to 1,000 samples");
            }
        }
    }
}
