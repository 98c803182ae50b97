package io.belay.runtime.cli;

/** Where the command line starts. */
public final class Main {
    private Main() {}

    /** Runs one command and exits as it says: 0 pass, 1 fail, 2 wrong use or file, 3 unknown. */
    public static void main(String[] arguments) {
        Runtime.getRuntime().exit(CommandLines.run(Console.ofProcess(), arguments));
    }
}
