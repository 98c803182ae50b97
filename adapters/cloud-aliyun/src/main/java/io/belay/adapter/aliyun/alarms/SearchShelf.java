package io.belay.adapter.aliyun.alarms;

import io.belay.adapter.aliyun.http.Json;
import io.belay.adapter.aliyun.sls.LogClient;
import io.belay.core.Deadline;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Held;
import io.belay.core.alarm.Id;
import io.belay.core.alarm.Kind;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Quota;
import io.belay.core.alarm.Rendering;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.SavedQuery;
import io.belay.core.alarm.Toll;
import io.belay.core.plan.Change;
import io.belay.core.shelf.PlainShelf;
import io.belay.core.shelf.Shelf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Searches that Log Service keeps. The mark stands in what a person reads of them. The quotas are careful ones. */
final class SearchShelf implements PlainShelf {
    private static final Quota LIST = Quota.perSecond("ListSavedSearch", 10);
    private static final Quota PUT = Quota.perSecond("UpdateSavedSearch", 5);
    private static final Quota DELETE = Quota.perSecond("DeleteSavedSearch", 5);
    private static final String PATH = "/savedsearches";

    private final LogClient client;

    SearchShelf(LogClient client) {
        this.client = client;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.SAVED_QUERY);
    }

    @Override
    public Rendering rendering(Owner owner, Resource wanted) {
        var query = (SavedQuery) wanted;
        var refused = LogNames.refused(wanted.name());
        if (refused.isPresent()) {
            return Rendering.none(wanted, refused.get());
        }
        return query.logs().size() == 1
                ? Rendering.whole(
                        wanted,
                        Canonical.of(
                                new SavedQuery(
                                        query.name(), query.logs(), query.text().strip()),
                                Optional.of(owner)))
                : Rendering.none(wanted, "a saved search is of one log store: keep one for each");
    }

    @Override
    public List<Held> all(Owner owner, List<Resource> wanted, Deadline deadline) throws InterruptedException {
        return client.list(PATH, answer -> answer.objects("savedsearchItems"), deadline).stream()
                .map(each -> Held.of(read(each)))
                .toList();
    }

    private static Canonical read(Json search) {
        var mark = Mark.read(search.text("displayName").orElse(""));
        var form = Canonical.of(
                new SavedQuery(
                        search.text("savedsearchName").orElse(""),
                        List.of(search.text("logstore").orElse("")),
                        search.text("searchQuery").orElse("").strip()),
                mark.owner());
        var topic = search.text("topic").filter(each -> !each.isEmpty());
        return topic.map(each -> form.with("topic", each)).orElse(form);
    }

    @Override
    public Map<Id, Canonical> now(Owner owner, List<Change<Canonical>> changes, Deadline deadline)
            throws InterruptedException {
        return Shelf.each(
                changes,
                change -> client.find(PATH + "/" + change.subject().id().name(), deadline)
                        .map(SearchShelf::read));
    }

    @Override
    public void put(Owner owner, Optional<Canonical> now, Canonical form, Deadline deadline)
            throws InterruptedException {
        var query = (SavedQuery) form.resource();
        var content = new TreeMap<>(Map.of(
                "savedsearchName",
                query.name(),
                "displayName",
                new Mark(Optional.of(owner), query.name()).written(),
                "logstore",
                query.logs().getFirst(),
                "topic",
                "",
                "searchQuery",
                query.text()));
        if (now.isPresent()) {
            client.write("PUT", PATH + "/" + query.name(), content, deadline);
        } else {
            client.write("POST", PATH, content, deadline);
        }
    }

    @Override
    public void delete(Owner owner, List<Canonical> forms, Deadline deadline) throws InterruptedException {
        for (var form : forms) {
            client.delete(PATH + "/" + form.id().name(), deadline);
        }
    }

    @Override
    public Toll toll(Change<Canonical> change) {
        return new Toll(Map.of(LIST, 1, change.after().isPresent() ? PUT : DELETE, 1), 1);
    }
}
