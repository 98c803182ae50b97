package io.belay.rollback;

import io.belay.core.release.Journal;
import io.belay.core.release.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A rollback that an earlier run left open.
 *
 * @param rollback its id
 * @param part the targets that bear its journal, open or closed
 */
record Opened(String rollback, List<Seen> part) {
    /** The one that the first step with an open journal bears. */
    static Optional<Opened> of(List<Seen> seen) {
        return seen.stream()
                .flatMap(each -> each.open().stream())
                .map(Journal::rollback)
                .findFirst()
                .map(rollback -> new Opened(
                        rollback,
                        seen.stream()
                                .filter(each -> each.memory()
                                        .journal()
                                        .filter(journal -> journal.rollback().equals(rollback))
                                        .isPresent())
                                .toList()));
    }

    /** Whether somebody is at work on it: what was written within the lease, by a clock that may differ from ours. */
    boolean atWork(Instant now, Duration lease, Duration skew) {
        var age = Duration.between(touched(), now);
        return age.compareTo(lease.plus(skew)) < 0 && !age.plus(skew).isNegative();
    }

    Instant touched() {
        return part.stream()
                .flatMap(each -> each.open().stream())
                .map(Journal::touched)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Why it must not go on: somebody has deployed, or it was given up already. */
    Optional<String> over() {
        var givenUp = part.stream()
                .filter(each -> journal(each).state() == Journal.State.FAILED)
                .map(each -> each.step().name() + " was given up")
                .findFirst();
        return part.stream()
                .filter(each -> journal(each).state() != Journal.State.FAILED && stranger(each))
                .map(each -> each.step().name() + " serves " + each.serving() + ", which somebody has deployed since")
                .findFirst()
                .or(() -> givenUp);
    }

    /** Whether no traffic has moved for it yet. */
    boolean untouched() {
        return part.stream()
                .allMatch(each -> each.open().isPresent() && Course.untouched(each.standing(), journal(each)));
    }

    List<Course> courses() {
        return part.stream()
                .filter(each -> each.open().isPresent())
                .map(each -> {
                    var journal = journal(each);
                    return new Course(rollback, each.step(), journal.from(), journal.to(), journal.begun());
                })
                .toList();
    }

    static Journal journal(Seen seen) {
        return seen.memory().journal().orElseThrow();
    }

    private static boolean stranger(Seen seen) {
        var journal = journal(seen);
        Optional<Revision> current = seen.current();
        return current.filter(journal.to()::equals).isEmpty()
                && (journal.state() == Journal.State.ARRIVED
                        || journal.state() == Journal.State.VERIFIED
                        || current.filter(journal.from()::equals).isEmpty());
    }
}
