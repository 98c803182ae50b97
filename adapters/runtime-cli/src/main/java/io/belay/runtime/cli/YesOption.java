package io.belay.runtime.cli;

import picocli.CommandLine.Option;

/** The option that says yes beforehand. */
final class YesOption {
    @Option(names = "--yes", description = "Do not ask; needed where nobody is looking.")
    private boolean yes;

    /** Whether nobody need be asked. */
    boolean said(Console console) {
        if (!yes && !console.terminal()) {
            throw new WrongUse("nobody is looking who could be asked; --yes says that it is meant");
        }
        return yes;
    }

    /** Goes on where the person who is looking agrees, or has beforehand. */
    void ask(Console console, String question) {
        if (!said(console) && !console.agrees(question)) {
            throw new WrongUse("nothing was done");
        }
    }
}
