package io.belay.core.shelf;

import io.belay.core.Deadline;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Rendering;
import io.belay.core.alarm.Resource;
import java.util.List;

/** A shelf on which what becomes of a thing hangs on nothing but itself. */
public interface PlainShelf extends Shelf {
    /** What becomes of {@code wanted}, which is of one of these kinds. */
    Rendering rendering(Owner owner, Resource wanted);

    @Override
    default List<Rendering> renderings(Owner owner, List<Resource> wanted, Deadline deadline) {
        return wanted.stream()
                .filter(each -> kinds().contains(each.kind()))
                .map(each -> rendering(owner, each))
                .toList();
    }
}
