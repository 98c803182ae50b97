package io.belay.runtime.cli;

import io.belay.assembly.Bundle;
import io.belay.assembly.door.Asked;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Which changes make the alarms that are into the alarms that should be? Changes nothing.",
            "+ is made, ~ changed or taken over, - deleted, = left as it is, ! cannot be expressed."
        },
        footer = {
            "",
            "Exit codes: 0 pass or warn, 1 fail, 2 wrong use or file, 3 unknown; with --detailed-exitcode 4 where a change is"
                    + " due."
        })
final class AlarmsPlanCommand implements Callable<Integer> {
    /** Terraform says 2, which is wrong use here. */
    static final int DUE = 4;

    private final Console console;

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private OnlyOption only = new OnlyOption();

    @Option(names = "--detailed-exitcode", description = "Exit with 4 where the plan is not empty.")
    private boolean detailed;

    AlarmsPlanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var report =
                options.report(Bundle.ALARMS_PLAN, section -> new Asked(only.of(section), Optional.empty()), console);
        options.faces().show(report, console, plan -> PlanLines.of(plan, console.colour()));
        var exit = CommandLines.exit(report.verdict());
        return detailed && exit == 0 && PlanLines.isDue(report) ? DUE : exit;
    }
}
