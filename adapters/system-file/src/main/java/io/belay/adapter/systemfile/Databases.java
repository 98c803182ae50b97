package io.belay.adapter.systemfile;

import static java.util.Objects.requireNonNull;

import io.belay.core.migration.BaselinePlaces;
import io.belay.core.migration.DatabaseKind;
import io.belay.core.migration.ScriptPlaces;
import java.util.List;

/**
 * What the section {@code migrations} of a file can name.
 *
 * @param kinds the kinds of database; where there is none, a file has no such section
 * @param scripts where migration scripts may be
 * @param baselines where recorded schemas may be
 */
public record Databases(List<DatabaseKind> kinds, ScriptPlaces scripts, BaselinePlaces baselines) {
    public Databases {
        kinds = List.copyOf(kinds);
        requireNonNull(scripts, "scripts");
        requireNonNull(baselines, "baselines");
    }

    List<String> names() {
        return kinds.stream().map(DatabaseKind::name).toList();
    }

    /** Every tool that one of the kinds knows. */
    List<String> tools() {
        return kinds.stream().flatMap(kind -> kind.tools().stream()).distinct().toList();
    }
}
