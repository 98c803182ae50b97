package io.belay.alarmsetup;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.Time;
import io.belay.core.alarm.AlarmStore;
import io.belay.core.alarm.Applied;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Kind;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Toll;
import io.belay.core.plan.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes the changes of one plan, as fast as the store's quotas let it. What is throttled is tried again later while others go on,
 * but nothing of what comes after it in order. Where something could not be made, nothing is deleted: it may still be pointed at.
 * Not safe for use by many threads.
 */
final class Applying {
    /** After so many calls in a row that met a fault it is the store, not the calls. */
    private static final int STORM = 5;

    private static final int GIVEN_UP = 30;

    private final AlarmStore store;
    private final Owner owner;
    private final Time time;
    private final Deadline deadline;
    private final Purse purse = new Purse();
    private final SortedMap<Integer, Became> became = new TreeMap<>();
    private int inARow;
    private Instant calm;

    Applying(AlarmStore store, Owner owner, Time time, Deadline deadline) {
        this.store = store;
        this.owner = owner;
        this.time = time;
        this.deadline = deadline;
        calm = time.instant();
    }

    /** What became of each, in order. */
    List<Became> apply(List<Change<Canonical>> changes) throws InterruptedException {
        for (int start = 0; start < changes.size(); ) {
            var end = start + 1;
            while (end < changes.size() && together(changes.get(start), changes.get(end))) {
                end++;
            }
            stage(changes, start, end);
            start = end;
        }
        return List.copyOf(became.values());
    }

    /** Whether neither waits for the other. A composite alarm may ask the one before it. */
    private static boolean together(Change<Canonical> one, Change<Canonical> other) {
        var kind = kind(one);
        return kind != Kind.COMPOSITE
                && kind == kind(other)
                && one.after().isPresent() == other.after().isPresent();
    }

    private static Kind kind(Change<Canonical> change) {
        return change.subject().id().kind();
    }

    private void stage(List<Change<Canonical>> changes, int start, int end) throws InterruptedException {
        var due = new PriorityQueue<Due>(Due.ORDER);
        for (int place = start; place < end; place++) {
            due.add(new Due(changes.get(place), place, 0, time.instant()));
        }
        if (changes.get(start).after().isEmpty() && !became.values().stream().allMatch(Became::stands)) {
            leave(due, "something before it could not be made");
            return;
        }
        while (!due.isEmpty()) {
            if (inARow >= GIVEN_UP) {
                leave(due, "the store answers no call any more");
                return;
            }
            var toll = store.toll(due.element().change());
            var wait = wait(due.element(), toll);
            if (wait.compareTo(deadline.remaining()) >= 0) {
                leave(due, "no time was left");
                return;
            }
            time.pause(wait);
            call(batch(due, toll), toll, due);
        }
    }

    private Duration wait(Due due, Toll toll) {
        var now = time.instant();
        var from = due.from().isBefore(calm) ? calm : due.from();
        var wait = Duration.between(now, from);
        var quota = purse.until(toll, now);
        var longer = wait.compareTo(quota) > 0 ? wait : quota;
        return longer.isNegative() ? Duration.ZERO : longer;
    }

    private List<Due> batch(PriorityQueue<Due> due, Toll toll) {
        var batch = new ArrayList<Due>();
        batch.add(due.remove());
        while (batch.size() < toll.together()
                && !due.isEmpty()
                && !due.element().from().isAfter(time.instant())
                && store.toll(due.element().change()).equals(toll)) {
            batch.add(due.remove());
        }
        return batch;
    }

    private void call(List<Due> batch, Toll toll, PriorityQueue<Due> due) throws InterruptedException {
        purse.take(toll, time.instant());
        try {
            var applied = store.apply(owner, batch.stream().map(Due::change).toList(), deadline);
            inARow = 0;
            for (int i = 0; i < batch.size(); i++) {
                settle(batch.get(i), applied.get(i), due);
            }
        } catch (PortException fault) {
            met(fault.fault(), toll);
            batch.forEach(each -> settle(each, new Applied.Refused(fault.fault()), due));
        }
    }

    private void met(Fault fault, Toll toll) {
        if (fault.kind() == Fault.Kind.THROTTLED) {
            purse.giveBack(toll, time.instant());
        }
        inARow = fault.kind().retryable() ? inARow + 1 : 0;
        if (inARow >= STORM) {
            calm = time.instant().plus(Backoff.after(inARow - STORM + 1));
        }
    }

    private void settle(Due due, Applied applied, PriorityQueue<Due> again) {
        if (applied instanceof Applied.Refused(var fault)
                && fault.kind().retryable()
                && due.failed() + 1 < Backoff.TRIES) {
            again.add(due.again(time.instant()));
            return;
        }
        became.put(due.place(), new Became.Done(due.change(), applied));
    }

    private void leave(Iterable<Due> due, String why) {
        due.forEach(each -> became.put(each.place(), new Became.NotBegun(each.change(), why)));
    }
}
