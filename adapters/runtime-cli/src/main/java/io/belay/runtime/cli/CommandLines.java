package io.belay.runtime.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.core.Verdict;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All commands, and how they exit. */
public final class CommandLines {
    /** Wrong use, or a wrong file. */
    static final int WRONG = 2;

    /** It could not be found out. */
    static final int UNKNOWN = 3;

    private CommandLines() {}

    /** Runs what {@code arguments} say; answers with the exit code and exits nothing itself. */
    public static int run(Console console, String... arguments) {
        return run(console, Map.of(), arguments);
    }

    /** The same with {@code more} commands, picocli's, by name. */
    public static int run(Console console, Map<String, Object> more, String... arguments) {
        var migrations = new MigrationVerifyCommand(console);
        var baseline = new CommandLine(new BaselineCommand(console, migrations));
        var migrationVerify = new CommandLine(migrations).addSubcommand("baseline", baseline);
        FaceOptions.removeFrom(baseline);
        var rollback = new RollbackCommand(console);
        var line = new CommandLine(new Root())
                .addSubcommand("health", new HealthCommand(console))
                .addSubcommand("migration-verify", migrationVerify)
                .addSubcommand(
                        "rollback",
                        new CommandLine(rollback).addSubcommand("plan", new RollbackPlanCommand(console, rollback)))
                .addSubcommand("verify", new VerifyCommand(console))
                .addSubcommand("alarms", AlarmsCommand.with(console))
                .addSubcommand("release", new ReleaseCommand(console))
                .addSubcommand("stamp", new StampCommand(console))
                .addSubcommand("clear", new ClearCommand(console))
                .addSubcommand("stop", new StopCommand(console))
                .addSubcommand("resume", new ResumeCommand(console))
                .addSubcommand("validate", new ValidateCommand(console))
                .addSubcommand("show", new ShowCommand(console))
                .addSubcommand("schema", new SchemaCommand(console));
        more.forEach(line::addSubcommand);
        return line.setOut(new PrintWriter(console.out(), true, UTF_8))
                .setErr(new PrintWriter(console.err(), true, UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        console.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setExecutionExceptionHandler((thrown, _, _) -> {
                    if (thrown instanceof WrongUse wrong) {
                        console.err().println(wrong.getMessage());
                        return WRONG;
                    }
                    console.err().println("a fault in Belay itself:");
                    thrown.printStackTrace(console.err());
                    return UNKNOWN;
                })
                .execute(arguments);
    }

    /** The exit code that says {@code verdict}. */
    public static int exit(Verdict verdict) {
        return switch (verdict) {
            case PASS, WARN -> 0;
            case FAIL -> 1;
            case UNKNOWN -> UNKNOWN;
        };
    }

    @Command(
            name = "belay",
            mixinStandardHelpOptions = true,
            version = "belay 0.1.0",
            description = "Holds a running system while it changes.",
            footer = {"", "Exit codes: 0 pass, 1 fail, 2 wrong use or file, 3 unknown."},
            synopsisSubcommandLabel = "COMMAND")
    static final class Root implements Runnable {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

        @Override
        public void run() {
            throw new CommandLine.ParameterException(spec.commandLine(), "say which command");
        }
    }
}
