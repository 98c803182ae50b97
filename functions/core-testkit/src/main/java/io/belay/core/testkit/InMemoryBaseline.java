package io.belay.core.testkit;

import static java.util.Objects.requireNonNull;

import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.migration.BaselineSource;
import io.belay.core.schema.Picture;
import java.util.Optional;

/**
 * A schema that a test recorded.
 *
 * @param recorded empty before it is
 */
public record InMemoryBaseline(Optional<Picture> recorded) implements BaselineSource {
    public InMemoryBaseline {
        requireNonNull(recorded, "recorded");
    }

    @Override
    public String place() {
        return "memory";
    }

    @Override
    public Picture picture() {
        return recorded.orElseThrow(
                () -> new PortException(new Fault(Fault.Kind.NOT_FOUND, "nothing was recorded yet")));
    }
}
