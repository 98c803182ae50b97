package io.belay.core.migration;

import static java.util.Objects.requireNonNull;

import io.belay.core.script.ScriptSource;

/**
 * The scripts of one tool, as a release ships them.
 *
 * @param convention how they are named: {@code flyway}; {@code numbered} for those of no tool
 * @param place where they are, fit to show: {@code db/migration}
 */
public record ScriptSet(String convention, String place, ScriptSource source) {
    public ScriptSet {
        requireNonNull(convention, "convention");
        requireNonNull(place, "place");
        requireNonNull(source, "source");
    }
}
