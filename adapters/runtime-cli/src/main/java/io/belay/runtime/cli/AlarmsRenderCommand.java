package io.belay.runtime.cli;

import io.belay.assembly.AlarmFiles;
import io.belay.assembly.Bundle;
import io.belay.core.Progress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Print a file that the alarms need and that no store keeps: alertmanager, its configuration.",
            "No secret stands in it; what it needs beside it is said on the standard error."
        })
final class AlarmsRenderCommand implements Callable<Integer> {
    private static final String ALERTMANAGER = "alertmanager";

    private final Console console;

    @Mixin
    private SystemOption system = new SystemOption();

    @Parameters(paramLabel = "WHAT", description = "alertmanager.")
    private String what = "";

    AlarmsRenderCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!what.equals(ALERTMANAGER)) {
            throw new WrongUse("WHAT: found " + what + ", meant " + ALERTMANAGER);
        }
        var bundle = system.open(console, Progress.NONE);
        RunOptions.section(Bundle.ALARMS_PLAN, bundle);
        console.out()
                .print(AlarmFiles.alertmanager(
                        bundle.system().alarms(), gap -> console.err().println(gap)));
        return 0;
    }
}
