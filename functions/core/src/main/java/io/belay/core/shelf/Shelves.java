package io.belay.core.shelf;

import static java.util.Objects.requireNonNull;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.alarm.Applied;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Held;
import io.belay.core.alarm.Id;
import io.belay.core.alarm.Kind;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Rendering;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Toll;
import io.belay.core.plan.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All shelves of a store, and what they do alike.
 *
 * @param all each kind on one of them
 */
public record Shelves(List<Shelf> all) {
    public Shelves {
        all = List.copyOf(all);
    }

    private Shelf of(Kind kind) {
        return all.stream()
                .filter(each -> each.kinds().contains(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no shelf for a " + kind.word()));
    }

    /**
     * What is on {@code shelf} of the owner's, or of the kind and name of one that is wanted. Who may not look where nothing is wanted
     * has nothing there: a budget that nobody asks for needs no permission.
     *
     * @param wanted of all kinds
     * @throws PortException as {@link io.belay.core.alarm.AlarmStore#current}
     */
    public List<Held> current(Shelf shelf, Owner owner, List<Resource> wanted, Deadline deadline)
            throws InterruptedException {
        var here = wanted.stream()
                .filter(each -> shelf.kinds().contains(each.kind()))
                .toList();
        var ids = here.stream().map(Resource::id).collect(Collectors.toSet());
        try {
            return shelf.all(owner, here, deadline).stream()
                    .filter(held -> held.form().owner().equals(Optional.of(owner))
                            || ids.contains(held.form().id()))
                    .toList();
        } catch (PortException fault) {
            if (here.isEmpty() && fault.fault().kind() == Fault.Kind.DENIED) {
                return List.of();
            }
            throw fault;
        }
    }

    /**
     * What becomes of {@code wanted}, each in its place.
     *
     * @throws PortException as {@link io.belay.core.alarm.AlarmStore#canonical}
     */
    public List<Rendering> canonical(Owner owner, List<Resource> wanted, Deadline deadline)
            throws InterruptedException {
        var renderings = new HashMap<Id, Rendering>();
        for (var shelf : all) {
            shelf.renderings(owner, wanted, deadline)
                    .forEach(each -> renderings.put(each.wanted().id(), each));
        }
        return wanted.stream()
                .map(each -> requireNonNull(renderings.get(each.id()), "every kind has a shelf"))
                .toList();
    }

    /** What applying {@code change} costs. */
    public Toll toll(Change<Canonical> change) {
        return of(change.subject().id().kind()).toll(change);
    }

    /**
     * Makes what is into what should be. No two shelves have the same toll, so that all changes are of one; each thing is read just
     * before, since none of these APIs compares before it writes.
     *
     * @throws PortException as {@link io.belay.core.alarm.AlarmStore#apply}
     */
    public List<Applied> apply(Owner owner, List<Change<Canonical>> changes, Deadline deadline)
            throws InterruptedException {
        if (changes.isEmpty()) {
            return List.of();
        }
        var shelf = of(changes.getFirst().subject().id().kind());
        var now = shelf.now(owner, changes, deadline);
        var applied = new ArrayList<Optional<Applied>>();
        var gone = new ArrayList<Canonical>();
        for (var change : changes) {
            var is = Optional.ofNullable(now.get(change.subject().id()));
            var known = Applied.unwritten(owner, change, is, () -> shelf.begun(change, is));
            if (known.isEmpty() && change.after().isPresent()) {
                var form = change.after().get();
                known = Optional.of(written(() -> shelf.put(owner, is, form, deadline)));
            } else if (known.isEmpty()) {
                gone.add(is.orElseThrow());
            }
            applied.add(known);
        }
        var deleted = gone.isEmpty() ? new Applied.SoAlready() : written(() -> shelf.delete(owner, gone, deadline));
        return applied.stream().map(each -> each.orElse(deleted)).toList();
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
}
