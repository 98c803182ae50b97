package io.belay.adapter.net.http;

import io.belay.core.probe.Observation;
import java.time.Duration;

/** No answer came, or none that is a word of the protocol. The message holds no secret of the system file. */
public final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean silent;

    private NoAnswer(String reason, boolean silent) {
        super(reason);
        this.silent = silent;
    }

    /** It refused, for {@code reason}. */
    public static NoAnswer refused(String reason) {
        return new NoAnswer(reason, false);
    }

    /** It kept silent while {@code what} was waited for. */
    public static NoAnswer silent(String what) {
        return new NoAnswer(what, true);
    }

    /** What was seen of it, {@code took} after the asking began. */
    public Observation after(Duration took) {
        var reason = String.valueOf(getMessage());
        return silent ? new Observation.Silent(reason, took) : new Observation.Refused(reason, took);
    }
}
