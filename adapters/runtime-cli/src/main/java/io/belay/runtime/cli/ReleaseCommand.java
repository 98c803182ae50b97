package io.belay.runtime.cli;

import io.belay.assembly.Bundle;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "What serves, what is known to be good, what is in quarantine?",
        footer = {"", "Exit codes: 0 pass or warn, 1 fail, 2 wrong use or file, 3 unknown."})
final class ReleaseCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private OnlyOption only = new OnlyOption();

    ReleaseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return options.run(Bundle.RELEASE, only, console);
    }
}
