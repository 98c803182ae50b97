package io.belay.adapter.aliyun.alarms;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.alarm.Applied;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Id;
import io.belay.core.alarm.Owner;
import io.belay.core.plan.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How changes are made on a shelf: each is read just before, since none of these APIs compares before it writes. */
record ShelfApply(Shelf shelf, Owner owner, Deadline deadline) {
    List<Applied> apply(List<Change<Canonical>> changes) throws InterruptedException {
        var now = shelf.now(owner, changes, deadline);
        var applied = new ArrayList<Optional<Applied>>();
        var gone = new ArrayList<Canonical>();
        for (var change : changes) {
            var is = Optional.ofNullable(now.get(id(change)));
            var known = known(change, is);
            if (known.isEmpty()) {
                if (change.after().isPresent()) {
                    var form = change.after().get();
                    known = Optional.of(written(() -> shelf.put(owner, is, form, deadline)));
                } else {
                    gone.add(is.orElseThrow());
                }
            }
            applied.add(known);
        }
        var deleted = gone.isEmpty() ? new Applied.SoAlready() : written(() -> shelf.delete(owner, gone, deadline));
        return applied.stream().map(each -> each.orElse(deleted)).toList();
    }

    /** What becomes of {@code change} without a write; empty where one is due. */
    private Optional<Applied> known(Change<Canonical> change, Optional<Canonical> now) {
        if (same(now, change.after())) {
            return Optional.of(new Applied.SoAlready());
        }
        var id = id(change);
        if (!same(now, change.before()) && !shelf.begun(change, now)) {
            return refused(Fault.Kind.CONFLICT, id + " is not what the plan was drawn from");
        }
        var ours = now.flatMap(Canonical::owner).equals(Optional.of(owner));
        return change instanceof Change.Delete<Canonical> && !ours
                ? refused(Fault.Kind.REJECTED, id + " is not of " + owner)
                : Optional.empty();
    }

    private interface Write {
        void run() throws InterruptedException;
    }

    /** What was asked for wrongly was not done; of all else, whoever called is to know at once. */
    private static Applied written(Write write) throws InterruptedException {
        try {
            write.run();
            return new Applied.Written();
        } catch (PortException failed) {
            return switch (failed.fault().kind()) {
                case REJECTED, NOT_FOUND, CONFLICT -> new Applied.Refused(failed.fault());
                case DENIED, UNREACHABLE, TIMED_OUT, THROTTLED -> throw failed;
            };
        }
    }

    private static Optional<Applied> refused(Fault.Kind kind, String message) {
        return Optional.of(new Applied.Refused(new Fault(kind, message)));
    }

    static Id id(Change<Canonical> change) {
        return change.after().or(change::before).orElseThrow().id();
    }

    private static boolean same(Optional<Canonical> one, Optional<Canonical> other) {
        return one.isPresent() == other.isPresent()
                && one.flatMap(here -> other.map(here::same)).orElse(true);
    }
}
