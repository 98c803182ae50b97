package io.belay.core.round;

import static java.util.Objects.requireNonNull;

import io.belay.core.Finding;
import io.belay.core.Verdict;
import java.time.Duration;
import java.util.List;

/**
 * A name that a caller asked for and the system file does not hold: unknown, and no empty pass.
 *
 * @param why in one sentence
 */
public record UnheardOf(String name, String why) implements Subject {
    public UnheardOf {
        requireNonNull(name, "name");
        requireNonNull(why, "why");
    }

    @Override
    public String kind() {
        return "none";
    }

    @Override
    public Finding find() {
        return new Finding(name, kind(), "", Verdict.UNKNOWN, why, List.of(), Duration.ZERO);
    }
}
