package io.belay.demo;

import io.belay.demo.harbor.Breakage;
import io.belay.demo.harbor.HarborOptions;
import io.belay.runtime.cli.Console;
import io.belay.runtime.cli.WrongUse;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Start harbor, a small shipping-orders service, on this machine and verify it through the door that "
                    + "Alibaba Function Compute calls. What the script runs without arguments.",
            "",
            "Parts that can be broken: orders, migration, login, slow, redis, database, certificate, api."
        },
        footer = {"", "Exit codes: 0 pass or warn, 1 fail, 2 wrong use or file, 3 unknown."})
final class DemoCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--break",
            paramLabel = "PART",
            arity = "0..1",
            fallbackValue = "orders",
            description = "Break one part of it, orders where none is named, and see it fail.")
    private Optional<String> breaks = Optional.empty();

    @Option(names = "--stay", description = "Leave everything up until Ctrl-C, with commands to try.")
    private boolean stays;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Where the page goes; target/report.html of the project unless said.")
    private Optional<Path> page = Optional.empty();

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        var options = HarborOptions.standard();
        var broken = breaks.map(DemoCommand::part);
        var usual = Main.home().resolve("target/report.html").normalize();
        return new Demo(console, broken.map(options::with).orElse(options), broken, stays, page.orElse(usual)).run();
    }

    private static Breakage part(String label) {
        return Breakage.of(label)
                .orElseThrow(() -> new WrongUse("--break: found " + label + ", meant one of " + Breakage.labels()));
    }
}
