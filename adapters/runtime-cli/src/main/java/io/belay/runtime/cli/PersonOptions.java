package io.belay.runtime.cli;

import io.belay.assembly.door.Asked;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** What one may say to a function that listens to a person alone, and how it is then run: on that person's word, once they agree. */
final class PersonOptions {
    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private OnlyOption only = new OnlyOption();

    @Mixin
    private ByOption by = new ByOption();

    @Mixin
    private YesOption yes = new YesOption();

    /** Asks {@code question}, runs {@code function}, and answers with the exit code. */
    int run(String function, String question, Console console) {
        var person = by.needed(Optional.empty());
        yes.ask(console, question);
        return options.run(
                function, section -> new Asked(only.of(section), Optional.empty(), Optional.of(person)), console);
    }
}
