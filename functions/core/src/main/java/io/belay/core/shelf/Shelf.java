package io.belay.core.shelf;

import io.belay.core.Deadline;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Held;
import io.belay.core.alarm.Id;
import io.belay.core.alarm.Kind;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Rendering;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Toll;
import io.belay.core.plan.Change;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The things of some kinds, as one API keeps them. Whether something may be written has been judged by whoever calls ({@link
 * Shelves}); each call is made once. All throw PortException.
 */
public interface Shelf {
    /** The kinds that are kept here. */
    Set<Kind> kinds();

    /**
     * What becomes of those of {@code wanted} that are of these kinds, each in its place among them.
     *
     * @param wanted of all kinds, for some name others
     */
    List<Rendering> renderings(Owner owner, List<Resource> wanted, Deadline deadline) throws InterruptedException;

    /**
     * What bears the owner's mark, and what is of the name of one that is wanted; more than that may be told.
     *
     * @param wanted of these kinds alone
     */
    List<Held> all(Owner owner, List<Resource> wanted, Deadline deadline) throws InterruptedException;

    /** What is there now of what {@code changes} change. */
    Map<Id, Canonical> now(Owner owner, List<Change<Canonical>> changes, Deadline deadline) throws InterruptedException;

    /** Makes {@code form} of what is there now. */
    void put(Owner owner, Optional<Canonical> now, Canonical form, Deadline deadline) throws InterruptedException;

    /** Deletes what is there, all of one toll. */
    void delete(Owner owner, List<Canonical> forms, Deadline deadline) throws InterruptedException;

    /** What a call for {@code change} costs. No two shelves of a store have the same. */
    Toll toll(Change<Canonical> change);

    /**
     * Whether {@code now} is neither what {@code change} was planned from nor what it leads to, but what it leaves where it takes
     * several calls and is cut short. Else a change could not be repeated.
     */
    default boolean begun(Change<Canonical> change, Optional<Canonical> now) {
        return false;
    }

    /** Finds what a change is about. */
    @FunctionalInterface
    interface Find {
        /** It as it is now; empty where it is not. */
        Optional<Canonical> of(Change<Canonical> change) throws InterruptedException;
    }

    /** What is there of what {@code changes} change, where each is looked for by itself. */
    static Map<Id, Canonical> each(List<Change<Canonical>> changes, Find find) throws InterruptedException {
        var now = new TreeMap<Id, Canonical>();
        for (var change : changes) {
            find.of(change).ifPresent(form -> now.put(change.subject().id(), form));
        }
        return now;
    }
}
