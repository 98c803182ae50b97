package io.belay.core.migration;

import io.belay.core.PortException;
import io.belay.core.schema.Picture;

/** Where a recorded schema is kept. It is read when it is needed, not before: it may only be about to be recorded. */
public interface BaselineSource {
    /** Where it is, fit to show. */
    String place();

    /**
     * The schema as it was recorded.
     *
     * @throws PortException NOT_FOUND where there is none yet, DENIED where it may not be read, REJECTED where it is no
     *     baseline
     */
    Picture picture();
}
