package io.belay.rollback;

import io.belay.core.Cause;
import io.belay.core.release.RollbackGuards;
import io.belay.core.release.RollbackSpec;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What guards judge.
 *
 * @param moves what would be done; nothing where no known-good revision was found
 * @param plan its id
 * @param rollback the id it would bear
 * @param alarm the alarm that is the cause, asked at its source; empty where no alarm of the system file is
 * @param now by our own clock
 */
record Situation(
        Cause cause,
        RollbackSpec spec,
        List<Seen> seen,
        List<Move> moves,
        String plan,
        String rollback,
        Optional<AlarmLook> alarm,
        Instant now,
        Ports ports) {
    RollbackGuards limits() {
        return spec.guards();
    }

    /** Times of former rollbacks of any of the targets, the newest first. */
    List<Instant> rollbacks() {
        return seen.stream()
                .flatMap(each -> each.rollbacks().stream())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** When the first of the revisions that would be left came to serve. */
    Optional<Instant> deployed() {
        var times = seen.stream()
                .filter(each -> moves.isEmpty()
                        || moves.stream().anyMatch(move -> move.step().equals(each.step())))
                .map(Seen::deployed)
                .toList();
        return times.stream().allMatch(Optional::isPresent)
                ? times.stream().flatMap(Optional::stream).min(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** When the cause came up: by its source where that tells, else by what was delivered. A person's is now. */
    Optional<Instant> raised() throws InterruptedException {
        return switch (cause) {
            case Cause.Person _ -> Optional.of(now);
            case Cause.VerifyFailed failed -> Optional.of(failed.at());
            case Cause.Alarmed alarmed -> {
                var since = alarm.isPresent() ? alarm.get().state().since() : Optional.<Instant>empty();
                yield since.or(alarmed::at);
            }
        };
    }
}
