package io.belay.runtime.cli;

import io.belay.assembly.Bundle;
import io.belay.assembly.door.Asked;
import io.belay.core.Cause;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "What would be put back now, and what does every guard say? Changes nothing.",
            "With --by as if that person asked; without, as if the clock did."
        },
        footer = {"", "Exit codes: 0 pass or warn, 1 fail, 2 wrong use or file, 3 unknown."})
final class RollbackPlanCommand implements Callable<Integer> {
    private final Console console;
    private final RollbackCommand parent;

    RollbackPlanCommand(Console console, RollbackCommand parent) {
        this.console = console;
        this.parent = parent;
    }

    @Override
    public Integer call() {
        var cause = parent.by().person(Optional.empty()).map(Cause.class::cast);
        var asked = new Asked(Set.of(), Optional.empty(), cause);
        return parent.options().run(Bundle.ROLLBACK_PLAN, _ -> asked, console);
    }
}
