package io.belay.migrationverify.ledger;

import io.belay.core.fact.Spans;
import io.belay.core.ledger.LedgerEntry;
import io.belay.core.ledger.LedgerLock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What is said of entries, heads and locks. */
final class Words {
    private static final int MOST = 5;

    private Words() {}

    /** Its version; what it is called where it has none. */
    static String name(LedgerEntry entry) {
        return entry.version().isEmpty() ? entry.description() : entry.version();
    }

    static String when(LedgerEntry entry) {
        return entry.appliedAt()
                        .map(at -> " " + at.truncatedTo(ChronoUnit.SECONDS))
                        .orElse("")
                + entry.by().map(who -> " by " + who).orElse("");
    }

    static String some(List<String> names) {
        var first = String.join(", ", names.subList(0, Math.min(names.size(), MOST)));
        return names.size() > MOST ? first + " and " + (names.size() - MOST) + " more" : first;
    }

    static String held(LedgerLock.Held lock, Optional<Duration> age) {
        return "held"
                + lock.holder().map(who -> " by " + who).orElse("")
                + age.map(span -> " for " + Spans.shown(span)).orElse("")
                + ", "
                + switch (lock.session()) {
                    case LIVES -> "whose session lives";
                    case GONE -> "whose session is gone";
                    case UNKNOWN -> "and whether that session lives cannot be told";
                };
    }
}
