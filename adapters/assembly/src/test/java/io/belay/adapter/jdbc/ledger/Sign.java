package io.belay.adapter.jdbc.ledger;

import io.belay.adapter.jdbc.ledger.Written.How;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What a ledger can tell, one column of the README's table each, and a ledger and a release of which it tells that. */
enum Sign {
    PENDING("pending", List.of(Written.whole(1)), 1, 2),
    FAILED("failed", List.of(Written.whole(1), new Written(2, How.FAILED)), 1, 2),
    CHANGED("changed", List.of(Written.whole(1), new Written(2, How.OTHERWISE)), 1, 2),
    MISSING("missing", List.of(Written.whole(1), Written.whole(2)), 1, 3),
    AHEAD("ahead", List.of(Written.whole(1), Written.whole(2), Written.whole(3)), 1, 2),
    HEADS("several-heads", List.of(Written.whole(2), Written.whole(4)), 1, 2, 4),
    LOCK("lock", List.of(Written.whole(1), Written.whole(2)), 1, 2);

    private final String word;
    private final List<Written> written;
    private final List<Integer> shipped;

    Sign(String word, List<Written> written, int... shipped) {
        this.word = word;
        this.written = written;
        this.shipped = IntStream.of(shipped).boxed().toList();
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
        return written;
    }

    /** The numbers of the scripts that the release ships. */
    List<Integer> shipped() {
        return shipped;
    }
}
