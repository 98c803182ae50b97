package io.belay.core.alarm;

import static java.util.Objects.requireNonNull;

import io.belay.core.plan.Fields;
import java.util.List;

/**
 * A search of logs that is kept by name.
 *
 * @param logs the names of the groups or stores that it searches; sorted
 * @param text in the store's language
 */
public record SavedQuery(String name, List<String> logs, String text) implements Resource {
    public SavedQuery {
        requireNonNull(name, "name");
        logs = logs.stream().distinct().sorted().toList();
        requireNonNull(text, "text");
    }

    @Override
    public Kind kind() {
        return Kind.SAVED_QUERY;
    }

    @Override
    public Fields fields() {
        return Fields.NONE.with("logs", String.join(", ", logs)).with("text", text);
    }
}
