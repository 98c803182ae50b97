package io.belay.adapter.jdbc.ledger;

import io.belay.adapter.jdbc.ledger.Written.How;
import java.util.List;
import java.util.Locale;

/** What a ledger can tell, one column of the README's table each, and a ledger and a release of which it tells that. */
enum Sign {
    PENDING("pending"),
    FAILED("failed"),
    CHANGED("changed"),
    MISSING("missing"),
    AHEAD("ahead"),
    HEADS("several-heads"),
    LOCK("lock");

    private final String word;

    Sign(String word) {
        this.word = word;
    }

    /** As the README's table heads it. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As a report says it. */
    String word() {
        return word;
    }

    /** What the ledger holds. */
    List<Written> written() {
        var first = Written.whole(1);
        return switch (this) {
            case PENDING -> List.of(first);
            case FAILED -> List.of(first, new Written(2, How.FAILED));
            case CHANGED -> List.of(first, new Written(2, How.OTHERWISE));
            case MISSING, LOCK -> List.of(first, Written.whole(2));
            case AHEAD -> List.of(first, Written.whole(2), Written.whole(3));
            case HEADS -> List.of(Written.whole(2), Written.whole(4));
        };
    }

    /** The numbers of the scripts that the release ships. */
    List<Integer> shipped() {
        return switch (this) {
            case MISSING -> List.of(1, 3);
            case HEADS -> List.of(1, 2, 4);
            case PENDING, FAILED, CHANGED, AHEAD, LOCK -> List.of(1, 2);
        };
    }
}
