package io.belay.adapter.aliyun.alarms;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Held;
import io.belay.core.alarm.Id;
import io.belay.core.alarm.Kind;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Quota;
import io.belay.core.alarm.Rendering;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Toll;
import io.belay.core.plan.Change;
import io.belay.core.shelf.PlainShelf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Of what nothing can be kept here.
 *
 * @param reason why not, and what is done in its place, for each kind
 */
record Bare(Map<Kind, String> reason) implements PlainShelf {
    @Override
    public Set<Kind> kinds() {
        return reason.keySet();
    }

    @Override
    public Rendering rendering(Owner owner, Resource wanted) {
        return Rendering.none(wanted, reason.getOrDefault(wanted.kind(), ""));
    }

    @Override
    public List<Held> all(Owner owner, List<Resource> wanted, Deadline deadline) {
        return List.of();
    }

    @Override
    public Map<Id, Canonical> now(Owner owner, List<Change<Canonical>> changes, Deadline deadline) {
        return Map.of();
    }

    @Override
    public void put(Owner owner, Optional<Canonical> now, Canonical form, Deadline deadline) {
        throw new PortException(
                new Fault(Fault.Kind.REJECTED, reason.getOrDefault(form.id().kind(), "")));
    }

    @Override
    public void delete(Owner owner, List<Canonical> forms, Deadline deadline) {
        throw new IllegalStateException("nothing is there to be deleted");
    }

    @Override
    public Toll toll(Change<Canonical> change) {
        return Toll.one(Quota.perSecond("none", 1));
    }
}
