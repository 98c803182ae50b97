package io.belay.runtime.cli;

import io.belay.assembly.Bundle;
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
    private PersonOptions options = new PersonOptions();

    AlarmsDrillCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return options.run(Bundle.ALARMS_DRILL, "Ring an alarm, and call whoever it calls?", console);
    }
}
