package io.belay.migrationverify.ledger;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The newest of some migrations, by the tool's order: one, or one for each app where that has an order of its own.
 *
 * @param groups by the group of their rank
 */
record Newest(Ordering ordering, Map<String, String> groups) {
    static Newest of(Ordering ordering, Collection<String> ids) {
        var groups = new LinkedHashMap<String, String>();
        for (var id : ids) {
            ordering.rank(id)
                    .ifPresent(rank -> groups.merge(
                            rank.group(),
                            id,
                            (one, other) -> ordering.compare(one, other).orElse(0) < 0 ? other : one));
        }
        return new Newest(ordering, groups);
    }

    /** The one that {@code id} can be held against. */
    Optional<String> of(String id) {
        return ordering.rank(id).map(Ordering.Rank::group).map(groups::get);
    }

    /** Below zero where {@code id} is older than it; empty where that cannot be told. */
    OptionalInt compare(String id) {
        return of(id).map(newest -> ordering.compare(id, newest)).orElseGet(OptionalInt::empty);
    }

    List<String> all() {
        return List.copyOf(groups.values());
    }
}
