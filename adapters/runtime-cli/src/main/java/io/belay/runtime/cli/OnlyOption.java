package io.belay.runtime.cli;

import io.belay.assembly.Section;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The option that names what of a section is meant. */
final class OnlyOption {
    @Option(
            names = "--only",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "Only what bears this name in the file; may be said again.")
    private List<String> only = List.of();

    /** What of {@code section} is meant; empty for all of it. */
    Set<String> of(Section section) {
        var unheard = new HashSet<>(only);
        section.names().forEach(unheard::remove);
        if (!unheard.isEmpty()) {
            throw new WrongUse("--only: the system file has no " + String.join(", ", unheard) + " under "
                    + section.key() + "; it has " + String.join(", ", section.names()));
        }
        return Set.copyOf(only);
    }
}
