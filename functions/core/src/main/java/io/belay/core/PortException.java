package io.belay.core;

import static java.util.Objects.requireNonNull;

/** The only exception that an adapter throws: the port could not do its work, and why. */
public final class PortException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Fault fault;

    /** A fault that has no cause in code. */
    public PortException(Fault fault) {
        super(fault.toString());
        this.fault = requireNonNull(fault, "fault");
    }

    /** A fault translated from {@code cause}. */
    public PortException(Fault fault, Throwable cause) {
        super(fault.toString(), cause);
        this.fault = requireNonNull(fault, "fault");
    }

    /** Why. */
    public Fault fault() {
        return fault;
    }
}
