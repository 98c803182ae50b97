package io.belay.runtime.cli;

import io.belay.assembly.Bundle;
import io.belay.assembly.door.Asked;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "clear",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Lift the quarantine of revisions that were rolled back.",
        footer = {"", "Exit codes: 0 pass or warn, 1 fail, 2 wrong use or file, 3 unknown."})
final class ClearCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private ByOption by = new ByOption();

    @Parameters(paramLabel = "REVISION", arity = "1..*", description = "A revision that is in quarantine.")
    private List<String> revisions = List.of();

    ClearCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var person = by.needed(Optional.empty());
        var asked = new Asked(Set.copyOf(revisions), Optional.empty(), Optional.of(person));
        return options.run(Bundle.CLEAR, _ -> asked, console);
    }
}
