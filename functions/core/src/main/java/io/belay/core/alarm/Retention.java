package io.belay.core.alarm;

import static java.util.Objects.requireNonNull;

import io.belay.core.plan.Fields;
import java.util.Optional;

/**
 * How long a log is kept.
 *
 * @param name the log group's or store's
 * @param days 1 or more; empty where it is kept for ever, which no system file asks for
 * @param forced whether it is set even where somebody has set another span already; of what is, nothing
 */
public record Retention(String name, Optional<Integer> days, boolean forced) implements Resource {
    public Retention {
        requireNonNull(name, "name");
        requireNonNull(days, "days");
        if (days.filter(each -> each < 1).isPresent()) {
            throw new IllegalArgumentException("a log is kept for a day or more");
        }
    }

    @Override
    public Kind kind() {
        return Kind.RETENTION;
    }

    @Override
    public Fields fields() {
        return Fields.NONE.with("kept", days.map(each -> each + "d").orElse("for ever"));
    }
}
