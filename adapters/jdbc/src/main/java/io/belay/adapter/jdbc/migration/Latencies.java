package io.belay.adapter.jdbc.migration;

import io.belay.adapter.jdbc.Parts;
import io.belay.adapter.jdbc.Query;
import io.belay.core.Deadline;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long a query takes, there and back. */
final class Latencies {
    private Latencies() {}

    /**
     * As many samples as asked for after one that does not count, or fewer where the time is over. One that the end of the
     * time cuts short counts with what it took until then.
     */
    static List<Duration> of(Connection connection, Query query, int count, Parts.Between between, Deadline own)
            throws SQLException {
        var taken = new ArrayList<Duration>();
        try (var statement = query.prepare(connection)) {
            query.run(statement);
            do {
                try {
                    between.letGo();
                } catch (SQLException late) {
                    if (taken.isEmpty() || !own.passed()) {
                        throw late;
                    }
                    return taken;
                }
                var begun = System.nanoTime();
                try {
                    query.run(statement);
                } catch (SQLException failed) {
                    if (taken.isEmpty() || !own.passed()) {
                        throw failed;
                    }
                }
                taken.add(Duration.ofNanos(System.nanoTime() - begun));
            } while (taken.size() < count && !own.passed());
        }
        return taken;
    }
}
