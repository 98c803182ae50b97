package io.belay.core.schema;

import static java.util.Objects.requireNonNull;

/**
 * A view.
 *
 * @param stored whether it keeps its rows (a materialised view)
 * @param definition the database's own rendering of its query, on one line
 */
public record View(String name, boolean stored, String definition) {
    public View {
        requireNonNull(name, "name");
        requireNonNull(definition, "definition");
    }
}
