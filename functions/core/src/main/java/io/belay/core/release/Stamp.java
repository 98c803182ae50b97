package io.belay.core.release;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * That a revision is known to be good.
 *
 * @param at when it was stamped; whole seconds
 * @param evidence the correlation of the report it rests on
 * @param heads where each database stood at that moment, by its name in the system file
 */
public record Stamp(Revision revision, Instant at, String evidence, Map<String, List<String>> heads) {
    public Stamp {
        requireNonNull(revision, "revision");
        requireNonNull(at, "at");
        requireNonNull(evidence, "evidence");
        heads = Map.copyOf(heads);
    }
}
