package io.belay.adapter.net.http;

import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.probe.Observation;
import java.time.Duration;

/** No answer came, or none that is of use. The message holds no secret of the system file. */
public final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean silent;
    private final Fault.Kind kind;

    private NoAnswer(String reason, boolean silent, Fault.Kind kind) {
        super(reason);
        this.silent = silent;
        this.kind = kind;
    }

    /** It refused, for {@code reason}. */
    public static NoAnswer refused(String reason) {
        return new NoAnswer(reason, false, Fault.Kind.UNREACHABLE);
    }

    /** It refused by answering with {@code status}, which {@code reason} says. */
    public static NoAnswer refused(int status, String reason) {
        return new NoAnswer(reason, false, kind(status));
    }

    /** It kept silent while {@code what} was waited for. */
    public static NoAnswer silent(String what) {
        return new NoAnswer(what, true, Fault.Kind.TIMED_OUT);
    }

    /** What was seen of it, {@code took} after the asking began. */
    public Observation after(Duration took) {
        var reason = String.valueOf(getMessage());
        return silent ? new Observation.Silent(reason, took) : new Observation.Refused(reason, took);
    }

    /** The fault of a port that cannot do its work without an answer. */
    public PortException fault() {
        var reason = String.valueOf(getMessage());
        return new PortException(new Fault(kind, silent ? "no answer while waiting for " + reason : reason), this);
    }

    /** What a status that was not meant says of why (RFC 9110, section 15). */
    private static Fault.Kind kind(int status) {
        return switch (status) {
            case 401, 403, 407 -> Fault.Kind.DENIED;
            case 404, 410 -> Fault.Kind.NOT_FOUND;
            case 408, 504 -> Fault.Kind.TIMED_OUT;
            case 429 -> Fault.Kind.THROTTLED;
            default -> status >= 500 ? Fault.Kind.UNREACHABLE : Fault.Kind.REJECTED;
        };
    }
}
