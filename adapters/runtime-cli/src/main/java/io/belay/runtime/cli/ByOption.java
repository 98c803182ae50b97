package io.belay.runtime.cli;

import io.belay.core.Cause;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The option that names who asks. */
final class ByOption {
    private static final Pattern NAME = Pattern.compile("(?=.*\\S)[^\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]{1,200}");

    @Option(
            names = "--by",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "Who asks: it is told with what was done.")
    private Optional<String> by = Optional.empty();

    /** Whoever asks, who must be named. */
    Cause.Person needed(Optional<String> plan) {
        return person(plan).orElseThrow(() -> new WrongUse("--by: who asks? A name is meant, such as --by Ada"));
    }

    /** Whoever asks, where somebody is named. */
    Optional<Cause.Person> person(Optional<String> plan) {
        by.filter(name -> !NAME.matcher(name).matches()).ifPresent(_ -> {
            throw new WrongUse("--by: a name of 1 to 200 characters on one line is meant");
        });
        return by.map(name -> new Cause.Person(name, plan));
    }
}
