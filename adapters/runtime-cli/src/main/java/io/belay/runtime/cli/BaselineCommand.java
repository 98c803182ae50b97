package io.belay.runtime.cli;

import io.belay.adapter.report.baseline.Baseline;
import io.belay.assembly.Bundle;
import io.belay.core.PortException;
import io.belay.core.Progress;
import io.belay.core.schema.Picture;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "baseline",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Record what a database's schema is made of now, to be kept beside its migrations.",
        footer = {"", "Exit codes: 0 recorded, 2 wrong use or file, 3 it could not be read."})
final class BaselineCommand implements Callable<Integer> {
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]+");

    private final Console console;
    private final MigrationVerifyCommand parent;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write it to this file, once it is there; else to the standard output.")
    private Optional<Path> output = Optional.empty();

    BaselineCommand(Console console, MigrationVerifyCommand parent) {
        this.console = console;
        this.parent = parent;
    }

    @Override
    public Integer call() throws InterruptedException {
        parent.options().faces().refuse("a baseline has one form");
        var file = parent.options().system().path(console);
        var target = output.map(path -> OutputFile.at("--output", path, file));
        var deadline = parent.options().deadline(console);
        var bundle = parent.options().system().open(console, Progress.NONE);
        var name = database(bundle);
        Picture picture;
        try {
            picture = bundle.picture(name, deadline);
        } catch (PortException unread) {
            tell(name + " could not be read: " + unread.fault(), bundle);
            return CommandLines.UNKNOWN;
        }
        var text = written(picture);
        target.ifPresentOrElse(each -> each.replace(text), () -> console.out().print(text));
        console.out().flush();
        tell(picture, bundle);
        return 0;
    }

    private String database(Bundle bundle) {
        var section = RunOptions.section(Bundle.MIGRATION_VERIFY, bundle);
        var only = parent.only().of(section);
        var names = section.names();
        var meant =
                only.isEmpty() ? names : names.stream().filter(only::contains).toList();
        if (meant.size() != 1) {
            throw new WrongUse("a baseline is of one database, and there are " + String.join(", ", meant)
                    + "; say --only and one of them");
        }
        return meant.getFirst();
    }

    private static String written(Picture picture) {
        var text = new StringWriter();
        try {
            Baseline.write(picture, text);
        } catch (IOException never) {
            throw new UncheckedIOException("a StringWriter does not throw", never);
        }
        return text.toString();
    }

    /** What is not in it: nobody should learn of it later. */
    private void tell(Picture picture, Bundle bundle) {
        for (var unseen : picture.unseen()) {
            tell(
                    "not recorded: "
                            + (unseen.all()
                                    ? "every " + unseen.part().word()
                                    : unseen.part().word() + " " + unseen.name())
                            + ": " + unseen.why(),
                    bundle);
        }
    }

    /** On one line, whatever a server put into its words. */
    private void tell(String line, Bundle bundle) {
        console.err()
                .println(UNFIT.matcher(bundle.system().redactor().redact(line)).replaceAll(" "));
    }
}
