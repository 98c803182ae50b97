package io.belay.runtime.cli;

import io.belay.assembly.Bundle;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "migration-verify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Is every database where the release expects it?",
        footer = {"", "Exit codes: 0 pass or warn, 1 fail, 2 wrong use or file, 3 unknown."})
final class MigrationVerifyCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private OnlyOption only = new OnlyOption();

    MigrationVerifyCommand(Console console) {
        this.console = console;
    }

    /** What was said before or after a command of its own. */
    RunOptions options() {
        return options;
    }

    OnlyOption only() {
        return only;
    }

    @Override
    public Integer call() {
        return options.run(Bundle.MIGRATION_VERIFY, only, console);
    }
}
