package io.belay.adapter.compose;

import static java.util.Objects.requireNonNull;

/**
 * What a command came to.
 *
 * @param exit its exit code
 * @param out what it printed
 * @param err what it complained of
 */
public record Ran(int exit, String out, String err) {
    public Ran {
        requireNonNull(out, "out");
        requireNonNull(err, "err");
    }
}
