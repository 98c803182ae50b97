package io.belay.rollback;

import io.belay.core.Report;
import io.belay.core.release.Journal;
import io.belay.core.release.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What really happened in a history, by the cloud's clock; the laws are held against it. */
final class Facts {
    final List<Shift> shifts = new ArrayList<>();
    final List<Verified> verified = new ArrayList<>();
    final List<Ended> ended = new ArrayList<>();
    final List<Cleared> cleared = new ArrayList<>();
    final List<PutBack> putBack = new ArrayList<>();
    final Set<Forgotten> forgotten = new HashSet<>();

    /** Shifts that somebody can know of. */
    Stream<Shift> known() {
        return shifts.stream()
                .filter(each -> !forgotten.contains(
                        new Forgotten(each.target(), each.journal().rollback())));
    }

    /**
     * Traffic that a call of ours moved.
     *
     * @param first whether it is the first that this rollback moved: whoever did so decided it
     * @param journal as remembered with it
     * @param from what served, and was on trial
     * @param before where the target stood
     * @param whole whether all before it had arrived, and this call had prepared it
     * @param ground what the decision can have rested on
     */
    record Shift(
            int call,
            Event.Why why,
            String target,
            boolean first,
            Journal journal,
            String from,
            String to,
            Instant at,
            Standing before,
            boolean whole,
            Ground ground) {
        /** Whether an alarm was the cause. */
        boolean rang() {
            return switch (why) {
                case ALARM, OLD_ALARM, CLOCK -> true;
                case HEALTH, PERSON, STAMP -> false;
            };
        }
    }

    /**
     * What a decision can have rested on.
     *
     * @param redSince as this call had read it of the alarm
     * @param deployed when the first of the revisions to be left had come to serve, as far as that can be known
     * @param redBefore whether the alarm had been red shortly before that, as far as its source remembers
     * @param sick whether this call had found health failing
     * @param additive whether all that was applied to the databases since the stamp only added
     * @param killed whether the kill switch was on
     */
    record Ground(
            Optional<Instant> redSince,
            Optional<Instant> deployed,
            boolean redBefore,
            boolean sick,
            boolean additive,
            boolean killed) {}

    /** A journal that was closed as verified; whether health had passed with all on the restored revisions. */
    record Verified(int call, String target, Journal journal, boolean proved) {}

    /** A call that came to an end; without a report where its instance died. */
    record Ended(int call, Event.Call what, Optional<Report> report, int told) {}

    record Cleared(String target, String revision) {}

    /** A revision that somebody put back while a rollback away from it was open. */
    record PutBack(String target, String revision) {}

    /** A rollback whose memory another's write took away, on a platform that compares nothing. */
    record Forgotten(String target, String rollback) {}
}
