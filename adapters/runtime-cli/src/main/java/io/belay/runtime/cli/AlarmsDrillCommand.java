package io.belay.runtime.cli;

import io.belay.assembly.Bundle;
import io.belay.assembly.door.Asked;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "drill",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Ring the test alarm, follow it to the announcement, and hold the seconds against the promise.",
            "With --only a real alarm in its place; whoever asks consents to that."
        },
        footer = {"", "Exit codes: 0 pass or warn, 1 fail, 2 wrong use or file, 3 unknown."})
final class AlarmsDrillCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private OnlyOption only = new OnlyOption();

    @Mixin
    private ByOption by = new ByOption();

    @Mixin
    private YesOption yes = new YesOption();

    AlarmsDrillCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var person = by.needed(Optional.empty());
        yes.ask(console, "Ring an alarm, and call whoever it calls?");
        return options.run(
                Bundle.ALARMS_DRILL,
                section -> new Asked(only.of(section), Optional.empty(), Optional.of(person)),
                console);
    }
}
