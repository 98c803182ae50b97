package io.belay.adapter.aliyun.alarms;

import io.belay.adapter.aliyun.http.Json;
import io.belay.adapter.aliyun.sls.LogClient;
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
import io.belay.core.alarm.Retention;
import io.belay.core.alarm.Toll;
import io.belay.core.plan.Change;
import io.belay.core.shelf.PlainShelf;
import io.belay.core.shelf.Shelf;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How long log stores of Log Service are kept. A store is another's: its retention bears no mark and is never unset. The quota is a
 * careful one.
 */
final class RetentionShelf implements PlainShelf {
    private static final Quota GET = Quota.perSecond("GetLogStore", 10);
    private static final Quota PUT = Quota.perSecond("UpdateLogStore", 5);

    /** "Valid values: 1 to 3650. If you set this parameter to 3650, logs are permanently stored": ttl of UpdateLogStore. */
    private static final int EVER = 3650;

    /** What UpdateLogStore takes beside the span, and would put back to its default where it is not said. */
    private static final List<String> KEPT =
            List.of("enable_tracking", "autoSplit", "maxSplitShard", "appendMeta", "hot_ttl", "mode");

    private final LogClient client;

    RetentionShelf(LogClient client) {
        this.client = client;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.RETENTION);
    }

    @Override
    public Rendering rendering(Owner owner, Resource wanted) {
        var refused = LogNames.refused(wanted.name());
        if (refused.isPresent()) {
            return Rendering.none(wanted, refused.get());
        }
        return ((Retention) wanted).days().filter(each -> each < EVER).isEmpty()
                ? Rendering.none(wanted, "a log store is kept for 3649 days at most, or for ever")
                : Rendering.whole(wanted, Canonical.of(wanted, Optional.empty()));
    }

    @Override
    public List<Held> all(Owner owner, List<Resource> wanted, Deadline deadline) throws InterruptedException {
        var all = new ArrayList<Held>();
        for (var each : wanted) {
            read(each.name(), deadline).map(Held::of).ifPresent(all::add);
        }
        return all;
    }

    private Optional<Canonical> read(String name, Deadline deadline) throws InterruptedException {
        if (LogNames.refused(name).isPresent()) {
            return Optional.empty();
        }
        return client.find("/logstores/" + name, deadline)
                .map(store -> Canonical.of(new Retention(name, days(store), false), Optional.empty()));
    }

    private static Optional<Integer> days(Json store) {
        return store.number("ttl").map(BigDecimal::intValue).filter(each -> each > 0 && each < EVER);
    }

    @Override
    public Map<Id, Canonical> now(Owner owner, List<Change<Canonical>> changes, Deadline deadline)
            throws InterruptedException {
        return Shelf.each(changes, change -> read(change.subject().id().name(), deadline));
    }

    @Override
    public void put(Owner owner, Optional<Canonical> now, Canonical form, Deadline deadline)
            throws InterruptedException {
        var name = form.id().name();
        var days = ((Retention) form.resource()).days().orElse(EVER);
        var store = client.find("/logstores/" + name, deadline)
                .orElseThrow(() -> new PortException(
                        new Fault(Fault.Kind.NOT_FOUND, "SLS GetLogStore: there is no log store " + name)));
        var content = new TreeMap<String, Object>();
        for (var each : KEPT) {
            Optional.ofNullable(store.members().get(each)).ifPresent(value -> content.put(each, value));
        }
        // What is searched at once cannot be kept longer than all.
        store.number("hot_ttl").filter(hot -> hot.intValue() > days).ifPresent(_ -> content.put("hot_ttl", days));
        content.put("logstoreName", name);
        content.put("ttl", days);
        client.write("PUT", "/logstores/" + name, content, deadline);
    }

    @Override
    public void delete(Owner owner, List<Canonical> forms, Deadline deadline) {
        throw new PortException(new Fault(Fault.Kind.REJECTED, "a log's retention is never unset"));
    }

    /** A store that is there and kept for ever has no retention yet. */
    @Override
    public boolean begun(Change<Canonical> change, Optional<Canonical> now) {
        return change.before().isEmpty()
                && now.map(Canonical::resource).orElse(null) instanceof Retention(var _, var days, var _)
                && days.isEmpty();
    }

    @Override
    public Toll toll(Change<Canonical> change) {
        return new Toll(Map.of(GET, 2, PUT, 1), 1);
    }
}
