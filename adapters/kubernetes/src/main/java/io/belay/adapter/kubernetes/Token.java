package io.belay.adapter.kubernetes;

import io.belay.core.release.Standing;

/**
 * What a write needs to know of what was read.
 *
 * @param uid whose ReplicaSets are ours
 * @param resourceVersion what the server compares
 * @param count how often something was remembered
 */
record Token(String uid, String resourceVersion, long count) {
    static Token of(Standing seen) {
        var words = seen.token()
                .orElseThrow(() -> new IllegalArgumentException("not what was read here"))
                .split(" ", -1);
        return new Token(words[0], words[1], Long.parseLong(words[2]));
    }

    @Override
    public String toString() {
        return uid + " " + resourceVersion + " " + count;
    }
}
