package io.belay.assembly.door;

import java.util.List;

/** A door that could not be opened: a setting or the system file is wrong. Every fault is told at once. */
public final class NotOpen extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final List<String> faults;

    /**
     * Cannot be opened.
     *
     * @param faults what is wrong, each with its place, none with a secret
     */
    public NotOpen(List<String> faults) {
        super(String.join("; ", faults), null, false, false);
        this.faults = List.copyOf(faults);
    }

    /** Cannot be opened for the faults in {@code why}, one a line. */
    static NotOpen because(String why) {
        return new NotOpen(why.lines().filter(line -> !line.isBlank()).toList());
    }

    /** What is wrong. */
    public List<String> faults() {
        return faults;
    }
}
