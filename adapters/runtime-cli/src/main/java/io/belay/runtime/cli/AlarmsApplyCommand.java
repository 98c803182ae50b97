package io.belay.runtime.cli;

import io.belay.assembly.Bundle;
import io.belay.assembly.Section;
import io.belay.assembly.door.Asked;
import io.belay.core.Cause;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Make the changes of the plan that was looked at, and no others.",
            "On a terminal it shows the plan, asks, and does that plan or none."
        },
        footer = {"", "Exit codes: 0 pass or warn, 1 fail, 2 wrong use or file, 3 unknown."})
final class AlarmsApplyCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private OnlyOption only = new OnlyOption();

    @Mixin
    private ByOption by = new ByOption();

    @Option(
            names = "--plan",
            paramLabel = "ID",
            description = "The plan that was looked at: where it is another by now, nothing is done.")
    private Optional<String> plan = Optional.empty();

    @Mixin
    private YesOption yes = new YesOption();

    AlarmsApplyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var person = by.needed(plan);
        if (yes.said(console) && plan.isEmpty()) {
            throw new WrongUse("--plan: which plan? --yes is said of one that was looked at: alarms plan tells its id");
        }
        var meant = yes.said(console) ? person : looked(person);
        if (meant.plan().isPresent()) {
            yes.ask(console, "Apply it?");
        }
        return options.run(Bundle.ALARMS_APPLY, section -> asked(only, section, Optional.of(meant)), console);
    }

    /** The same person, once the plan was shown. */
    private Cause.Person looked(Cause.Person person) {
        var shown = options.report(Bundle.ALARMS_PLAN, section -> asked(only, section, Optional.empty()), console);
        console.err().print(PlanLines.of(shown, console.colour()));
        return new Cause.Person(person.name(), person.plan().or(() -> PlanLines.id(shown)));
    }

    private static Asked asked(OnlyOption only, Section section, Optional<Cause> cause) {
        return new Asked(only.of(section), Optional.empty(), cause);
    }
}
