package io.belay.core.migration;

import static java.util.Objects.requireNonNull;

import io.belay.core.settings.Text;
import java.util.List;

/**
 * A query that reads, as the system file writes it.
 *
 * @param params bound in order to its question marks
 */
public record RowQuery(Text sql, List<Text> params) {
    public RowQuery {
        requireNonNull(sql, "sql");
        params = List.copyOf(params);
    }
}
