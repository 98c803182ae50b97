package io.belay.runtime.cli;

/** What was typed, or the file it names, is wrong. The message is for the person who typed it. */
public final class WrongUse extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Wrong in this way: what was found and what was meant. */
    public WrongUse(String message) {
        super(message, null, false, false);
    }
}
