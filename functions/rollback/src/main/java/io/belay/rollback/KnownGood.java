package io.belay.rollback;

import io.belay.core.release.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Chooses what to return to: the newest moment at which every target was known to be good, and which is not where they stand.
 * What stood then as it stands now stays.
 *
 * <p>A moment, not each target's own newest stamp: a target that this release did not touch would otherwise go back one too far.
 */
final class KnownGood {
    private KnownGood() {}

    /** What is to be moved, in the order of the steps; nothing where there is no such moment. */
    static List<Move> choose(List<Seen> seen) {
        return seen.stream()
                .flatMap(each -> each.memory().stamps().stream())
                .map(Stamp::at)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(moment -> moves(seen, moment))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(List.of());
    }

    private static Optional<List<Move>> moves(List<Seen> seen, Instant moment) {
        var moves = new ArrayList<Move>();
        for (var each : seen) {
            var stamp = each.memory().stamps().stream()
                    .filter(one -> !one.at().isAfter(moment))
                    .max(Comparator.comparing(Stamp::at));
            if (stamp.isEmpty() || each.current().isEmpty() || !usable(each, stamp.get())) {
                return Optional.empty();
            }
            var current = each.current().get();
            if (!current.equals(stamp.get().revision())) {
                moves.add(new Move(each.step(), current, stamp.get()));
            }
        }
        return moves.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(moves));
    }

    private static boolean usable(Seen seen, Stamp stamp) {
        return seen.quarantine(stamp.revision()).isEmpty()
                && seen.available(stamp.revision())
                        .filter(each -> each.unfit().isEmpty())
                        .isPresent();
    }

    /** Revisions that a person may choose among where none is known to be good, the newest first; five a target at the most. */
    static List<String> candidates(Seen seen) {
        return seen.standing().revisions().stream()
                .filter(each -> each.unfit().isEmpty()
                        && seen.quarantine(each.revision()).isEmpty()
                        && seen.current().filter(each.revision()::equals).isEmpty())
                .limit(5)
                .map(each ->
                        each.label().isEmpty() ? each.revision().name() : each.revision() + " (" + each.label() + ")")
                .toList();
    }
}
