package io.belay.core.alarm;

import io.belay.core.Correlation;
import io.belay.core.Fingerprint;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The mark of a drill: it stands in the reason for which an alarm was turned red, so that nobody takes it for an emergency.
 *
 * @param id {@code a-z 0-9}, 8 to 32 characters
 */
public record DrillMark(String id) {
    private static final Pattern ID = Pattern.compile("[a-z0-9]{8,32}");
    private static final Pattern REASON = Pattern.compile("Belay drill ([a-z0-9]{8,32}):");

    public DrillMark {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a drill's mark is 8 to 32 of a-z 0-9");
        }
    }

    /** The mark of the drill that bears {@code correlation}. */
    public static DrillMark of(Correlation correlation) {
        return new DrillMark(Fingerprint.of(List.of(correlation.id())).substring(0, 16));
    }

    /** The reason for which an alarm is turned red. */
    public String reason() {
        return "Belay drill " + id + ": nothing is wrong";
    }

    /** The mark in {@code reason}, whatever stands around it; empty where there is none. */
    public static Optional<DrillMark> read(String reason) {
        var match = REASON.matcher(reason);
        return match.find() ? Optional.of(new DrillMark(match.group(1))) : Optional.empty();
    }

    @Override
    public String toString() {
        return id;
    }
}
