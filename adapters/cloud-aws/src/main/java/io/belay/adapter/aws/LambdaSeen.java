package io.belay.adapter.aws;

import java.util.Arrays;
import java.util.List;

/**
 * What a write to an alias is compared with and builds on.
 *
 * @param revision the alias's RevisionId
 * @param function the function's ARN
 * @param set the tags that hold the notes; empty where there are none
 * @param stale the keys of tags that are ours and not of that set
 * @param words a person's own in the description
 */
record LambdaSeen(String revision, String function, String set, List<String> stale, String words) {
    private static final String BETWEEN = "\n";

    LambdaSeen {
        stale = List.copyOf(stale);
    }

    static LambdaSeen of(String token) {
        var parts = token.split(BETWEEN, 5);
        var stale = parts[3].isEmpty() ? List.<String>of() : Arrays.asList(parts[3].split(",", -1));
        return new LambdaSeen(parts[0], parts[1], parts[2], stale, parts[4]);
    }

    String token() {
        return String.join(BETWEEN, revision, function, set, String.join(",", stale), words);
    }
}
