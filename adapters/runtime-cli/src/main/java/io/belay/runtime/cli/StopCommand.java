package io.belay.runtime.cli;

import io.belay.assembly.Bundle;
import io.belay.assembly.door.Asked;
import java.util.Optional;
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
    private RunOptions options = new RunOptions();

    @Mixin
    private OnlyOption only = new OnlyOption();

    @Mixin
    private ByOption by = new ByOption();

    @Mixin
    private YesOption yes = new YesOption();

    StopCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var person = by.needed(Optional.empty());
        yes.ask(console, "Stop it altogether?");
        return options.run(
                Bundle.STOP, section -> new Asked(only.of(section), Optional.empty(), Optional.of(person)), console);
    }
}
