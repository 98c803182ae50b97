package io.belay.assembly.door;

import static java.util.Objects.requireNonNull;

import io.belay.adapter.deliveries.Delivery;
import io.belay.core.Report;
import java.util.List;

/** What became of one delivery. */
sealed interface Rung {
    /** The function ran for it. */
    record Ran(Delivery.Delivered delivery, Report report) implements Rung {
        public Ran {
            requireNonNull(delivery, "delivery");
            requireNonNull(report, "report");
        }
    }

    /** The function ran for the same alarm already, out of the same event: a group of fifty is one cause. */
    record Again(Delivery.Delivered delivery, String first) implements Rung {
        public Again {
            requireNonNull(delivery, "delivery");
            requireNonNull(first, "first");
        }
    }

    /** One of several systems cannot be looked after, for its file is wrong. */
    record Shut(String system, List<String> faults) implements Rung {
        public Shut {
            requireNonNull(system, "system");
            faults = List.copyOf(faults);
        }
    }

    /** It was taken, and the function runs for it once its sender has been answered. */
    record Taken(Delivery.Delivered delivery) implements Rung {
        public Taken {
            requireNonNull(delivery, "delivery");
        }
    }

    /** Nothing was to be done. */
    record Quiet(Delivery.NotForUs delivery) implements Rung {
        public Quiet {
            requireNonNull(delivery, "delivery");
        }
    }

    /** It could not be understood. */
    record Refused(Delivery.Refused delivery) implements Rung {
        public Refused {
            requireNonNull(delivery, "delivery");
        }
    }
}
