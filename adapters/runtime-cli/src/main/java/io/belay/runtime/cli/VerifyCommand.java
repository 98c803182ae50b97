package io.belay.runtime.cli;

import io.belay.assembly.Bundle;
import io.belay.assembly.door.Asked;
import io.belay.core.Progress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "The chain: databases, then health; where health fails as often as the file says, rollback, then health once more.",
            "A release that failed stays a failure, whatever was put back. Where the file lets health cause a rollback, it asks first."
        },
        footer = {"", "Exit codes: 0 pass or warn, 1 fail, 2 wrong use or file, 3 unknown."})
final class VerifyCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private YesOption yes = new YesOption();

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var bundle = options.system().open(console, Progress.NONE);
        if (bundle.system().rollback().when().fails() > 0) {
            yes.ask(console, "Put the release back where health fails?");
        }
        return options.run(Bundle.VERIFY, _ -> Asked.ALL, console);
    }
}
