package io.belay.runtime.cli;

import io.belay.adapter.report.Faces;
import io.belay.assembly.Bundle;
import io.belay.assembly.door.Asked;
import io.belay.core.Cause;
import io.belay.core.Evidence;
import io.belay.core.Report;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Put the release back: once, on revisions known to be good, and prove it.",
            "On a terminal it shows the plan, asks, and does that plan or none."
        },
        footer = {"", "Exit codes: 0 pass or warn, 1 fail, 2 wrong use or file, 3 unknown."})
final class RollbackCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private ByOption by = new ByOption();

    @Option(
            names = "--plan",
            paramLabel = "ID",
            description = "The plan that was looked at: what it shows must still be so.")
    private Optional<String> plan = Optional.empty();

    @Mixin
    private YesOption yes = new YesOption();

    RollbackCommand(Console console) {
        this.console = console;
    }

    RunOptions options() {
        return options;
    }

    ByOption by() {
        return by;
    }

    @Override
    public Integer call() {
        var person = by.needed(plan);
        var meant = yes.said(console) ? person : looked(person);
        yes.ask(console, "Roll back?");
        return options.run(Bundle.ROLLBACK, _ -> asked(meant), console);
    }

    /** The same person, once the plan was shown. */
    private Cause.Person looked(Cause.Person person) {
        var shown = options.report(Bundle.ROLLBACK_PLAN, _ -> asked(person), console);
        console.err().print(Faces.terminal(console.width(), console.colour()).text(shown));
        return new Cause.Person(person.name(), person.plan().or(() -> id(shown)));
    }

    /** Empty where it could not be made, of which the run then says why. */
    private static Optional<String> id(Report plan) {
        return plan.findings().stream()
                .limit(1)
                .flatMap(head -> head.evidence().stream())
                .filter(each -> each.fact().equals("plan"))
                .map(Evidence::observed)
                .findFirst();
    }

    private static Asked asked(Cause.Person person) {
        return new Asked(Set.of(), Optional.empty(), Optional.of(person));
    }
}
