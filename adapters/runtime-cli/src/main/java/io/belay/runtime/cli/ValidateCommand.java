package io.belay.runtime.cli;

import io.belay.core.Progress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Read the system file, say everything that is wrong with it, and ask nobody anything.")
final class ValidateCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private SystemOption system = new SystemOption();

    ValidateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var spec = system.open(console, Progress.NONE).system();
        console.out()
                .printf(
                        "%s (%s) is right: checks: %d, scenarios: %d, databases: %d, steps of a rollback: %d%n",
                        spec.name(),
                        spec.environment(),
                        spec.health().checks().size(),
                        spec.health().scenarios().size(),
                        spec.migrations().databases().size(),
                        spec.rollback().steps().size());
        return 0;
    }
}
