package io.belay.runtime.cli;

import io.belay.assembly.Bundle;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "health",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Is every part of the system well?",
        footer = {"", "Exit codes: 0 pass or warn, 1 fail, 2 wrong use or file, 3 unknown."})
final class HealthCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private OnlyOption only = new OnlyOption();

    HealthCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return options.run(Bundle.HEALTH, only, console);
    }
}
