package io.belay.adapter.aws;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutQueryDefinitionRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryDefinition;

/**
 * Queries that Logs Insights keeps. The owner's mark is a comment in the first line. AWS knows a query by an id of its own and may keep
 * several of one name: the first that bears a mark counts, else the first. Bounds as in PutQueryDefinition of the CloudWatch Logs API
 * Reference; the quotas are careful ones.
 */
final class QueryShelf implements PlainShelf {
    private static final Quota DESCRIBE = Quota.perSecond("DescribeQueryDefinitions", 5);
    private static final Quota PUT = Quota.perSecond("PutQueryDefinition", 5);
    private static final Quota DELETE = Quota.perSecond("DeleteQueryDefinition", 5);
    private static final int LONGEST = 10_000;
    private static final int MOST_LOGS = 50;

    private final AwsClients aws;

    QueryShelf(AwsClients aws) {
        this.aws = aws;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.SAVED_QUERY);
    }

    @Override
    public Rendering rendering(Owner owner, Resource wanted) {
        var query = (SavedQuery) wanted;
        var form = new SavedQuery(query.name(), query.logs(), query.text().strip());
        if (query.name().length() > 255) {
            return Rendering.none(wanted, "a query's name is of 255 characters at most");
        }
        if (form.logs().size() > MOST_LOGS) {
            return Rendering.none(wanted, "a query searches 50 log groups at most");
        }
        return QueryMark.written(form.text(), owner).length() > LONGEST
                ? Rendering.none(wanted, "a query is of 10,000 characters at most, the owner's mark among them")
                : Rendering.whole(wanted, Canonical.of(form, Optional.of(owner)));
    }

    @Override
    public List<Held> all(Owner owner, List<Resource> wanted, Deadline deadline) throws InterruptedException {
        return there(deadline).values().stream()
                .map(each -> Held.of(QueryMark.read(each)))
                .toList();
    }

    /** By name. */
    private Map<String, QueryDefinition> there(Deadline deadline) throws InterruptedException {
        var all = Pages.all(
                "DescribeQueryDefinitions",
                token -> AwsCall.ask(
                        deadline,
                        limits -> aws.logs()
                                .describeQueryDefinitions(request ->
                                        request.nextToken(token.orElse(null)).overrideConfiguration(limits))),
                answer -> Optional.ofNullable(answer.nextToken()),
                answer -> answer.queryDefinitions());
        var there = new TreeMap<String, QueryDefinition>();
        for (var each : all) {
            there.merge(each.name(), each, (one, other) -> marked(one) || !marked(other) ? one : other);
        }
        return there;
    }

    private static boolean marked(QueryDefinition query) {
        return QueryMark.read(query).owner().isPresent();
    }

    @Override
    public Map<Id, Canonical> now(Owner owner, List<Change<Canonical>> changes, Deadline deadline)
            throws InterruptedException {
        var there = there(deadline);
        var now = new TreeMap<Id, Canonical>();
        for (var change : changes) {
            var id = change.subject().id();
            Optional.ofNullable(there.get(id.name())).ifPresent(query -> now.put(id, QueryMark.read(query)));
        }
        return now;
    }

    @Override
    public void put(Owner owner, Optional<Canonical> now, Canonical form, Deadline deadline)
            throws InterruptedException {
        var query = (SavedQuery) form.resource();
        var request = PutQueryDefinitionRequest.builder()
                .name(query.name())
                .logGroupNames(query.logs())
                .queryString(QueryMark.written(query.text(), owner));
        if (now.isPresent()) {
            Optional.ofNullable(there(deadline).get(query.name()))
                    .ifPresent(each -> request.queryDefinitionId(each.queryDefinitionId()));
        }
        AwsCall.ask(
                deadline,
                limits -> aws.logs()
                        .putQueryDefinition(
                                request.overrideConfiguration(limits).build()));
    }

    @Override
    public void delete(Owner owner, List<Canonical> forms, Deadline deadline) throws InterruptedException {
        var there = there(deadline);
        for (var form : forms) {
            var query = Optional.ofNullable(there.get(form.id().name()));
            if (query.isPresent()) {
                AwsCall.ask(
                        deadline,
                        limits -> aws.logs()
                                .deleteQueryDefinition(request -> request.queryDefinitionId(
                                                query.get().queryDefinitionId())
                                        .overrideConfiguration(limits)));
            }
        }
    }

    @Override
    public Toll toll(Change<Canonical> change) {
        return new Toll(Map.of(DESCRIBE, 2, change.after().isPresent() ? PUT : DELETE, 1), 1);
    }
}
