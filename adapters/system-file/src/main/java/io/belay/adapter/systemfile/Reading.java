package io.belay.adapter.systemfile;

import static java.util.Objects.requireNonNull;

import io.belay.core.system.SystemSpec;
import java.util.List;
import java.util.stream.Collectors;

/** What came of reading a system file: the whole system, or everything that is wrong with the file. */
public sealed interface Reading {
    /** The file is right. */
    record Read(SystemSpec system) implements Reading {
        public Read {
            requireNonNull(system, "system");
        }
    }

    /**
     * The file is wrong, and nothing of it counts.
     *
     * @param faults in the order of their places, the first {@value Faults#MOST_SHOWN} of them
     * @param count how many there are in all
     */
    record Refused(List<FileFault> faults, int count) implements Reading {
        public Refused {
            faults = List.copyOf(faults);
            if (faults.isEmpty() || count < faults.size()) {
                throw new IllegalArgumentException("a refusal names at least one fault");
            }
        }

        /** Every fault in a line of its own, and how many more there are. */
        public String shown() {
            var lines = faults.stream().map(FileFault::shown).collect(Collectors.joining("\n"));
            return count == faults.size() ? lines : lines + "\n... and " + (count - faults.size()) + " more";
        }
    }
}
