package io.belay.runtime.cli;

import io.belay.assembly.Bundle;
import io.belay.assembly.door.Asked;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "stamp",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Stamp what serves as known to be good, where it has served well for the soak time.",
        footer = {"", "Exit codes: 0 pass or warn, 1 fail, 2 wrong use or file, 3 unknown."})
final class StampCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private RunOptions options = new RunOptions();

    StampCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return options.run(Bundle.STAMP, _ -> Asked.ALL, console);
    }
}
