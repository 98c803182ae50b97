package io.belay.core.release;

import io.belay.core.Deadline;
import io.belay.core.script.Additivity;
import java.util.List;
import java.util.Map;

/** Tells whether the databases still suit a release that was good when they stood elsewhere. */
public interface SchemaGate {
    /** Of a system without databases. */
    SchemaGate NONE = new SchemaGate() {
        @Override
        public Map<String, List<String>> heads(Deadline deadline) {
            return Map.of();
        }

        @Override
        public Since since(Map<String, List<String>> heads, Deadline deadline) {
            return new Since(Additivity.additive(), List.of());
        }
    };

    /**
     * Where each database stands now, by its name.
     *
     * @throws io.belay.core.PortException where that cannot be read
     */
    Map<String, List<String>> heads(Deadline deadline) throws InterruptedException;

    /**
     * What was applied since they stood at {@code heads}, and whether a release of that time can live with it. Unclear of a
     * database of which {@code heads} say nothing.
     *
     * @throws io.belay.core.PortException where that cannot be read
     */
    Since since(Map<String, List<String>> heads, Deadline deadline) throws InterruptedException;

    /**
     * An answer for all databases.
     *
     * @param answer the worst of all
     * @param migrations what was applied since, each with its database
     */
    record Since(Additivity answer, List<String> migrations) {
        public Since {
            migrations = List.copyOf(migrations);
        }
    }
}
