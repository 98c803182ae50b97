package io.belay.runtime.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "alarms",
        mixinStandardHelpOptions = true,
        description = "Bring the alarms that are to the alarms that should be.",
        synopsisSubcommandLabel = "COMMAND")
final class AlarmsCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private AlarmsCommand() {}

    static CommandLine with(Console console) {
        return new CommandLine(new AlarmsCommand())
                .addSubcommand("plan", new AlarmsPlanCommand(console))
                .addSubcommand("apply", new AlarmsApplyCommand(console))
                .addSubcommand("drift", new AlarmsDriftCommand(console))
                .addSubcommand("drill", new AlarmsDrillCommand(console))
                .addSubcommand("render", new AlarmsRenderCommand(console))
                .addSubcommand("presets", new AlarmsPresetsCommand(console));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "say which command");
    }
}
