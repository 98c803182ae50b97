package io.belay.runtime.cli;

/** What was typed, or the file it names, is wrong. The message is for the person who typed it. */
final class WrongUse extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongUse(String message) {
        super(message, null, false, false);
    }
}
