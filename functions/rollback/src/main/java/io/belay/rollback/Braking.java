package io.belay.rollback;

import io.belay.core.Deadline;
import io.belay.core.Evidence;
import io.belay.core.Fault;
import io.belay.core.Finding;
import io.belay.core.PortException;
import io.belay.core.Time;
import io.belay.core.Verdict;
import io.belay.core.release.EmergencyBrake.Stand;
import io.belay.core.release.RollbackStop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pulls a lever on brakes, one after the other, each within an equal share of the time that is left: one that does not answer must
 * not keep the others from it. Each is written once at the most and read again however that ended, since an answer can be lost and
 * the write done all the same.
 */
record Braking(Lever lever, Time time, Deadline deadline) {
    List<Finding> pull(List<RollbackStop> stops) throws InterruptedException {
        var findings = new ArrayList<Finding>();
        for (var stop : stops) {
            var share = deadline.within(deadline.remaining().dividedBy(stops.size() - findings.size()));
            findings.add(pulled(stop, share));
        }
        return findings;
    }

    private Finding pulled(RollbackStop stop, Deadline share) throws InterruptedException {
        var began = time.instant();
        try {
            var before = stop.brake().read(share);
            if (lever.reached(before)) {
                return finding(stop, Verdict.PASS, "nothing to do: " + standing(before), List.of(), began);
            }
            var fault = write(stop, before, share);
            return looked(stop, before, stop.brake().read(share), fault, began);
        } catch (PortException unread) {
            return finding(
                    stop, Verdict.UNKNOWN, "not known to be " + lever.done() + ": " + unread.fault(), List.of(), began);
        }
    }

    private Optional<Fault> write(RollbackStop stop, Stand before, Deadline share) throws InterruptedException {
        try {
            lever.pull(stop.brake(), before, share);
            return Optional.empty();
        } catch (PortException failed) {
            return Optional.of(failed.fault());
        }
    }

    private Finding looked(RollbackStop stop, Stand before, Stand after, Optional<Fault> fault, Instant began) {
        var reached = lever.reached(after);
        var evidence = List.of(
                Evidence.noted("may run before", before.shown()),
                Evidence.compared(lever.done(), "yes", reached ? "yes" : "no, " + after.shown(), reached));
        if (reached) {
            return finding(stop, Verdict.PASS, lever.done() + ": " + standing(after), evidence, began);
        }
        var why = fault.map(Fault::toString).orElse("somebody else changed it at the same time");
        return finding(stop, Verdict.FAIL, "not " + lever.done() + ": " + why, evidence, began);
    }

    private static String standing(Stand stand) {
        var before = stand.before().map(each -> "; was " + each).orElse("");
        return (stand.stopped() ? "nothing may run" : "may run: " + stand.shown()) + before;
    }

    private Finding finding(
            RollbackStop stop, Verdict verdict, String summary, List<Evidence> evidence, Instant began) {
        return new Finding(
                stop.name(),
                stop.brake().kind(),
                stop.brake().target().address(),
                verdict,
                summary,
                evidence,
                Duration.between(began, time.instant()));
    }
}
