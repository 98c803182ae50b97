package io.belay.core.alarm;

import io.belay.core.plan.Fields;
import java.util.List;

/**
 * A thing that watches over a system, as it should be or as it is: in no cloud's words as the system file has it, in a cloud's own
 * once it is {@link Canonical}.
 */
public sealed interface Resource
        permits AlarmSpec, Budget, Composite, Dashboard, MetricFilter, Receiver, Retention, SavedQuery {
    /** Its kind. */
    Kind kind();

    /** Its name in the store, to the letter. */
    String name();

    /** Who is told of it. */
    default List<Receiver> receivers() {
        return List.of();
    }

    /** All else of it, as people compare it; free of secrets. */
    Fields fields();

    /** Which it is. */
    default Id id() {
        return new Id(kind(), name());
    }
}
