package io.belay.core.probe;

import io.belay.core.fact.FactName;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of check that a system file can hold: {@code http}, {@code tls}, {@code redis}. It says how it is written and
 * what it can measure; decoder, published schema and editor completion follow from that. A new kind is one class in an
 * adapter and one line in assembly.
 */
public interface ProbeKind {
    /** The key that names it in the file. */
    String name();

    /** How its block is written, {@code expect} apart. */
    Shape shape();

    /** What it can measure, apart from {@link Observable#COMMON}. */
    List<Observable> observables();

    /**
     * This kind as a file names it whose system lives in {@code cloud}; empty where the file does not say. Most kinds do not care.
     */
    default ProbeKind in(Optional<Cloud> cloud) {
        return this;
    }

    /**
     * A probe of this kind. Does no I/O.
     *
     * @param settings a block of {@link #shape()} in which no variable is open
     * @param asked the facts that something is expected of or that are captured: no others need be measured
     * @throws SettingException where keys that are each right do not fit together
     */
    Probe bind(Settings settings, Set<FactName> asked);
}
