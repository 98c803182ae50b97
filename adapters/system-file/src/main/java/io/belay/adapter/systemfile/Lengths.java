package io.belay.adapter.systemfile;

import io.belay.core.settings.Key;
import io.belay.core.settings.Settings;
import java.time.Duration;

/** Compares spans that stand in one block. */
record Lengths(Faults faults, Node.Block block, Settings settings) {
    /**
     * Whether {@code one} is at least as long as {@code other}; where not, that is a fault of whichever the file gives.
     *
     * @param why what a shorter one would mean
     */
    boolean fit(Key<Duration> one, Key<Duration> other, String why) {
        var length = settings.get(one);
        var least = settings.get(other);
        if (length.compareTo(least) >= 0) {
            return true;
        }
        var at = block.entry(one.name())
                .or(() -> block.entry(other.name()))
                .map(Node.Entry::at)
                .orElse(block.at());
        faults.add(
                at,
                one.name() + " of " + Units.written(length) + ", and " + other.name() + " of " + Units.written(least),
                one.name() + " at least as long as " + other.name() + ": " + why);
        return false;
    }
}
