package io.belay.demo;

import io.belay.demo.watch.WatchCommand;
import io.belay.runtime.cli.CommandLines;
import io.belay.runtime.cli.Console;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The command line with the demo in it: what {@code scripts/run} starts. No arguments, or the demo's own, mean the demo;
 * {@code alarms} alone means that of alarms.
 */
public final class Main {
    private static final Set<String> GENERAL = Set.of("-h", "--help", "-V", "--version");

    private static final String ALARMS = "alarms-demo";

    private Main() {}

    /** Runs one command and exits as it says. */
    public static void main(String[] arguments) {
        var console = Console.ofProcess();
        var code = CommandLines.run(console, demos(console), meant(arguments));
        Runtime.getRuntime().exit(code);
    }

    private static Map<String, Object> demos(Console console) {
        return Map.of(
                "demo",
                new DemoCommand(console),
                ALARMS,
                new WatchCommand(console, home().resolve("templates/examples")));
    }

    /** The project's folder. A file that a person names lies in that person's folder, which may be another. */
    static Path home() {
        return Path.of(System.getProperty("belay.home", "."));
    }

    static String[] meant(String... arguments) {
        if (arguments.length == 1 && arguments[0].equals("alarms")) {
            return new String[] {ALARMS};
        }
        var isDemo = arguments.length == 0 || (arguments[0].startsWith("-") && !GENERAL.contains(arguments[0]));
        return isDemo ? Stream.concat(Stream.of("demo"), Stream.of(arguments)).toArray(String[]::new) : arguments;
    }
}
