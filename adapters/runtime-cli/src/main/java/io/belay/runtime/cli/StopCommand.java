package io.belay.runtime.cli;

import io.belay.assembly.Bundle;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Stop altogether what the file lets a person stop: nothing of it serves, the good revisions neither.",
        footer = {"", "Exit codes: 0 pass or warn, 1 fail, 2 wrong use or file, 3 unknown."})
final class StopCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private PersonOptions options = new PersonOptions();

    StopCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return options.run(Bundle.STOP, "Stop it altogether?", console);
    }
}
