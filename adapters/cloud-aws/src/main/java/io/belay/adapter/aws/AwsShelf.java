package io.belay.adapter.aws;

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

/**
 * The things of some kinds, as one of AWS's services keeps them. Whether something may be written has been judged by whoever calls
 * ({@link ShelfApply}); each call of AWS is made once. All throw PortException.
 */
interface AwsShelf {
    /** The kinds that are kept here. */
    Set<Kind> kinds();

    /** What becomes of {@code wanted}, which is of one of these kinds. */
    Rendering rendering(Owner owner, Resource wanted);

    /**
     * What bears the owner's mark, and what is of the name of one that is wanted; more than that may be told.
     *
     * @param wanted of these kinds alone
     */
    List<Held> all(Owner owner, List<Resource> wanted, Deadline deadline) throws InterruptedException;

    /** What is there now of what {@code changes} change. */
    Map<Id, Canonical> now(List<Change<Canonical>> changes, Deadline deadline) throws InterruptedException;

    /** Makes {@code form} of what is there now. */
    void put(Owner owner, Optional<Canonical> now, Canonical form, Deadline deadline) throws InterruptedException;

    /** Deletes what is there, all of one toll. */
    void delete(List<Canonical> forms, Deadline deadline) throws InterruptedException;

    /** What a call for {@code change} costs. */
    Toll toll(Change<Canonical> change);

    /**
     * Whether {@code now} is neither what {@code change} was planned from nor what it leads to, but what it leaves where it takes
     * several calls and is cut short. Else a change could not be repeated.
     */
    default boolean begun(Change<Canonical> change, Optional<Canonical> now) {
        return false;
    }

    /** Whether each field of {@code now} is as it was before or as it is to be. */
    static boolean between(Change<Canonical> change, Optional<Canonical> now) {
        if (now.isEmpty() || change.before().isEmpty() || change.after().isEmpty()) {
            return false;
        }
        var before = change.before().get().all();
        var after = change.after().get().all();
        var is = now.get().all();
        return before.to(after).stream()
                        .allMatch(each -> is.text(each.field()).equals(each.is())
                                || is.text(each.field()).equals(each.shouldBe()))
                && is.to(before).stream().allMatch(each -> is.text(each.field()).equals(after.text(each.field())));
    }
}
