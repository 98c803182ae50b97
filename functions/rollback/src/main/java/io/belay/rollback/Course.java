package io.belay.rollback;

import io.belay.core.release.Journal;
import io.belay.core.release.Memory;
import io.belay.core.release.Quarantine;
import io.belay.core.release.Revision;
import io.belay.core.release.RollbackStep;
import io.belay.core.release.Standing;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One target's way through a rollback. What comes next is told from how the target stands and from nothing else, so that a run
 * that was cut short and one that was not go on alike.
 *
 * @param begun when this rollback was begun
 */
record Course(String rollback, RollbackStep step, Revision from, Revision to, Instant begun) {
    /** More than any window is asked to count, and little room. */
    private static final int ROLLBACKS = 8;

    /** How far it is to go. */
    enum Goal {
        CLAIMED,
        /** As {@link #ARRIVED}; claimed by the very write that shifts it. */
        STRAIGHT,
        ARRIVED,
        VERIFIED,
        FAILED
    }

    /**
     * What comes next.
     *
     * @param claimed whether it was seen to be claimed before
     * @param ours whether a journal was last written by this run
     */
    Next next(Standing standing, Goal goal, boolean claimed, boolean ours, Instant now) {
        var journal = standing.memory().journal().filter(each -> each.rollback().equals(rollback));
        if (journal.filter(Journal::open).isEmpty()) {
            return goal == Goal.FAILED ? new Next.Done() : notOpen(standing, journal, goal, claimed, now);
        }
        if (!ours) {
            return new Next.Lost(Next.To.ANOTHER_RUN, "another run goes on with it");
        }
        if (goal == Goal.FAILED) {
            return new Next.Remember(failed(standing, journal.get(), now));
        }
        return stranger(standing, journal.get())
                .<Next>map(why -> new Next.Lost(Next.To.SOMEBODY, why))
                .orElseGet(() -> goal == Goal.CLAIMED
                        ? begunAgain(standing.memory(), journal.get(), now)
                        : onward(standing, journal.get(), goal, now));
    }

    /** What an earlier run claimed and is decided afresh is begun afresh: brakes count from there. */
    private Next begunAgain(Memory memory, Journal journal, Instant now) {
        if (journal.begun().equals(begun)) {
            return new Next.Done();
        }
        return new Next.Remember(new Memory(
                memory.stamps(),
                memory.quarantined(),
                Optional.of(new Journal(rollback, from, to, journal.state(), begun, now)),
                memory.rollbacks().stream()
                        .map(at -> at.equals(journal.begun()) ? begun : at)
                        .toList()));
    }

    private Next notOpen(Standing standing, Optional<Journal> journal, Goal goal, boolean claimed, Instant now) {
        if (claimed || (goal != Goal.CLAIMED && goal != Goal.STRAIGHT)) {
            return goal == Goal.VERIFIED
                            && journal.filter(each -> each.state() == Journal.State.VERIFIED)
                                    .isPresent()
                    ? new Next.Done()
                    : new Next.Lost(Next.To.ANOTHER_RUN, "its journal was closed or lost");
        }
        var other = standing.memory().journal().filter(Journal::open);
        if (other.isPresent()) {
            return new Next.Lost(Next.To.ANOTHER_RUN, "rollback " + other.get().rollback() + " is open");
        }
        if (standing.current().filter(from::equals).isEmpty()) {
            return new Next.Lost(Next.To.SOMEBODY, serving(standing));
        }
        var planned = new Journal(rollback, from, to, Journal.State.PLANNED, begun, now);
        return goal == Goal.CLAIMED
                ? new Next.Remember(standing.memory().with(planned))
                : new Next.Shift(moved(standing.memory(), planned.to(Journal.State.SHIFTED, now), now));
    }

    /** Says who serves where it is neither what we leave nor what we return to. */
    private Optional<String> stranger(Standing standing, Journal journal) {
        var current = standing.current();
        var arrived = journal.state() == Journal.State.ARRIVED;
        var known = current.filter(to::equals).isPresent()
                || (!arrived && current.filter(from::equals).isPresent());
        return known ? Optional.empty() : Optional.of(serving(standing));
    }

    private static String serving(Standing standing) {
        return standing.current()
                .map(revision -> "somebody has deployed " + revision)
                .orElse("nothing serves any more");
    }

    private Next onward(Standing standing, Journal journal, Goal goal, Instant now) {
        return switch (journal.state()) {
            case PLANNED -> {
                var memory = moved(standing.memory(), journal.to(Journal.State.SHIFTED, now), now);
                yield standing.only(to) ? new Next.Remember(memory) : new Next.Shift(memory);
            }
            case SHIFTED -> arriving(standing, journal, now);
            case ARRIVED ->
                goal == Goal.ARRIVED || goal == Goal.STRAIGHT
                        ? new Next.Done()
                        : new Next.Remember(standing.memory().with(journal.to(Journal.State.VERIFIED, now)));
            case VERIFIED, FAILED -> new Next.Done();
        };
    }

    private Next arriving(Standing standing, Journal journal, Instant now) {
        return switch (standing.condition()) {
            case Standing.Condition.Broken broken -> new Next.Stuck(broken.why());
            case Standing.Condition.Moving moving -> new Next.Wait(moving.how());
            case Standing.Condition.Settled _ ->
                standing.only(to)
                        ? new Next.Remember(standing.memory().with(journal.to(Journal.State.ARRIVED, now)))
                        : new Next.Shift(standing.memory().with(journal.touched(now)));
        };
    }

    private Memory moved(Memory memory, Journal journal, Instant now) {
        var others =
                memory.quarantined().stream().filter(each -> !each.revision().equals(from));
        return new Memory(
                memory.stamps(),
                Stream.concat(Stream.of(new Quarantine(from, now, rollback)), others)
                        .toList(),
                Optional.of(journal),
                Stream.concat(Stream.of(begun), memory.rollbacks().stream())
                        .distinct()
                        .limit(ROLLBACKS)
                        .toList());
    }

    /**
     * Where no traffic has moved, nothing is in quarantine: the next cause is judged afresh. That it was to move stays
     * remembered: it may have, and been put back, and the brakes count it.
     */
    private Memory failed(Standing standing, Journal journal, Instant now) {
        var memory = standing.memory().with(journal.to(Journal.State.FAILED, now));
        return untouched(standing, journal)
                ? new Memory(
                        memory.stamps(),
                        memory.quarantined().stream()
                                .filter(each -> !each.rollback().equals(rollback))
                                .toList(),
                        memory.journal(),
                        memory.rollbacks())
                : memory;
    }

    /** Whether no traffic has moved for {@code journal}: what it remembers can be ahead of what was done. */
    static boolean untouched(Standing standing, Journal journal) {
        return journal.state() == Journal.State.PLANNED
                || (journal.state() == Journal.State.SHIFTED
                        && standing.condition() instanceof Standing.Condition.Settled
                        && standing.only(journal.from()));
    }
}
