package io.belay.migrationverify;

import io.belay.core.Verdict;
import java.util.List;

/**
 * What is being applied to a database right now: while it is, what seems wrong may be half of what is to be.
 *
 * @param who each that is at it; nobody where it is empty
 */
record Flight(List<String> who) {
    Flight {
        who = List.copyOf(who);
    }

    boolean on() {
        return !who.isEmpty();
    }

    /** A failure that somebody may be about to mend is not known to be one. */
    Verdict weigh(Verdict verdict) {
        return on() && verdict == Verdict.FAIL ? Verdict.UNKNOWN : verdict;
    }

    /** {@code summary}, and why it may be otherwise in a minute. */
    String told(String summary) {
        return on() ? "being applied right now by " + who.getFirst() + ", ask again: " + summary : summary;
    }
}
