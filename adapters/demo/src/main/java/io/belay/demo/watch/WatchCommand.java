package io.belay.demo.watch;

import io.belay.runtime.cli.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows how alarms are looked after. */
@Command(
        name = "alarms-demo",
        mixinStandardHelpOptions = true,
        description = {
            "Plan, set, drift, mend, prune and drill the alarms of a function, on a small AWS of this machine.",
            "What the script runs for alarms without a command."
        },
        footer = {"", "Exit codes: 0 all went as it should, 1 something did not, 3 unknown."})
public final class WatchCommand implements Callable<Integer> {
    private static final String FILE = "serve-alarms.yaml";

    private final Console console;
    private final Path examples;

    /** The demo of the example that lies in {@code examples}. */
    public WatchCommand(Console console, Path examples) {
        this.console = console;
        this.examples = examples;
    }

    @Override
    public Integer call() {
        try (var cloud = new ServeCloud()) {
            var folder = Files.createTempDirectory("belay-alarms");
            var file = Files.copy(examples.resolve(FILE), folder.resolve(FILE));
            try {
                var environment = cloud.environment(console.environment());
                cloud.rollbackFor(file, environment);
                return new WatchStory(console, cloud, file, environment).tell() ? 0 : 1;
            } finally {
                Files.delete(file);
                Files.delete(folder);
            }
        } catch (IOException failed) {
            console.err().println("the demo could not go on: " + failed.getMessage());
            return 3;
        }
    }
}
