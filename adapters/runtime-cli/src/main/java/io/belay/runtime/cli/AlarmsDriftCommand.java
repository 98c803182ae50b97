package io.belay.runtime.cli;

import io.belay.assembly.Bundle;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "drift",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Are the alarms still as they should be? A critical one that is not is a failure. Changes nothing.",
        footer = {"", "Exit codes: 0 pass or warn, 1 fail, 2 wrong use or file, 3 unknown."})
final class AlarmsDriftCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private OnlyOption only = new OnlyOption();

    AlarmsDriftCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return options.run(Bundle.ALARMS_DRIFT, only, console);
    }
}
