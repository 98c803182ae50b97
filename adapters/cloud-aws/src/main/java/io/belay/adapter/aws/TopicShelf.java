package io.belay.adapter.aws;

import io.belay.core.Deadline;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Held;
import io.belay.core.alarm.Id;
import io.belay.core.alarm.Kind;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Quota;
import io.belay.core.alarm.Receiver;
import io.belay.core.alarm.Rendering;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Toll;
import io.belay.core.plan.Change;
import io.belay.core.shelf.PlainShelf;
import io.belay.core.shelf.Shelf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Receivers: a topic each, its subscriptions, and the permission of the functions that alarms call. A subscription that nobody has
 * confirmed counts where it is wanted; where it is not, SNS forgets it by itself, and could not be told to. Quotas as in "Amazon SNS
 * endpoints and quotas" and "Lambda quotas" of the AWS General Reference.
 */
final class TopicShelf implements PlainShelf {
    private static final Quota TOPICS = Quota.perSecond("SNS topics", 30);
    private static final Quota TAGS = Quota.perSecond("SNS tags", 10);
    private static final Quota SUBSCRIPTIONS = Quota.perSecond("SNS subscriptions", 100);
    private static final Quota LAMBDA = Quota.perSecond("Lambda control plane", 15);

    private final AwsAccount account;
    private final TopicCalls calls;
    private final TopicForm forms;
    private final FunctionPermission functions;

    TopicShelf(AwsClients aws, AwsAccount account) {
        this.account = account;
        this.calls = new TopicCalls(aws);
        this.forms = new TopicForm(account);
        this.functions = new FunctionPermission(aws, account);
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.RECEIVER);
    }

    @Override
    public Rendering rendering(Owner owner, Resource wanted) {
        return forms.rendering(owner, (Receiver) wanted);
    }

    @Override
    public List<Held> all(Owner owner, List<Resource> wanted, Deadline deadline) throws InterruptedException {
        var byName = wanted.stream().collect(Collectors.toMap(Resource::name, Function.identity()));
        var all = new ArrayList<Held>();
        for (var arn : calls.all(deadline)) {
            var name = name(arn);
            var counted = Optional.ofNullable(byName.get(name))
                    .map(each -> forms.ways(Canonical.of(each, Optional.empty())))
                    .orElse(Set.of());
            reading(deadline)
                    .held(name, owner, byName.containsKey(name), counted)
                    .ifPresent(all::add);
        }
        return all;
    }

    private static String name(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    private TopicReading reading(Deadline deadline) {
        return new TopicReading(account, calls, functions, deadline);
    }

    @Override
    public Map<Id, Canonical> now(Owner owner, List<Change<Canonical>> changes, Deadline deadline)
            throws InterruptedException {
        return Shelf.each(changes, change -> {
            var counted = new HashSet<TopicWay>();
            change.before().ifPresent(form -> counted.addAll(forms.ways(form)));
            change.after().ifPresent(form -> counted.addAll(forms.ways(form)));
            return reading(deadline).held(change.subject().id().name(), counted).map(Held::form);
        });
    }

    @Override
    public void put(Owner owner, Optional<Canonical> now, Canonical form, Deadline deadline)
            throws InterruptedException {
        var name = form.id().name();
        var arn = account.topic(name);
        var policy = TopicPolicy.written(owner, arn, account);
        var due = forms.tags(form);
        if (now.isEmpty()) {
            calls.create(name, policy, due, deadline);
        } else {
            if (!now.get().owner().equals(form.owner())
                    || !now.get().fields().text(TopicForm.PUBLISH).equals(Optional.of(TopicForm.PUBLISHERS))) {
                calls.policy(arn, policy, deadline);
            }
            tag(arn, due, deadline);
        }
        subscribe(arn, forms.ways(form), deadline);
        var called = TopicForm.functions(form);
        for (var each : now.map(TopicForm::functions).orElse(List.of())) {
            if (!called.contains(each)) {
                functions.take(each, FunctionPermission.statement(owner, name), deadline);
            }
        }
        for (var each : called) {
            permit(each, FunctionPermission.statement(owner, name), deadline);
        }
    }

    private void tag(String arn, Map<String, String> due, Deadline deadline) throws InterruptedException {
        var is = calls.tags(arn, deadline);
        var more = new HashMap<>(due);
        more.entrySet().removeIf(each -> each.getValue().equals(is.get(each.getKey())));
        if (!more.isEmpty()) {
            calls.tag(arn, more, deadline);
        }
        var less = is.keySet().stream()
                .filter(each -> each.startsWith(TopicForm.CALLS) && !due.containsKey(each))
                .toList();
        if (!less.isEmpty()) {
            calls.untag(arn, less, deadline);
        }
    }

    private void subscribe(String arn, Set<TopicWay> ways, Deadline deadline) throws InterruptedException {
        var missing = new HashSet<>(ways);
        for (var each : calls.subscriptions(arn, deadline)) {
            var way = new TopicWay(each.protocol(), each.endpoint());
            missing.remove(way);
            if (!ways.contains(way) && each.subscriptionArn().startsWith("arn:")) {
                calls.unsubscribe(each.subscriptionArn(), deadline);
            }
        }
        for (var each : missing) {
            calls.subscribe(arn, each, deadline);
        }
    }

    private void permit(String function, String id, Deadline deadline) throws InterruptedException {
        var statements = functions.statements(function, deadline).orElse(List.of());
        if (!functions.given(statements, id)) {
            functions.give(function, id, statements, deadline);
        }
    }

    @Override
    public void delete(Owner owner, List<Canonical> forms, Deadline deadline) throws InterruptedException {
        for (var form : forms) {
            for (var each : TopicForm.functions(form)) {
                functions.take(
                        each,
                        FunctionPermission.statement(
                                form.owner().orElseThrow(), form.id().name()),
                        deadline);
            }
            calls.delete(account.topic(form.id().name()), deadline);
        }
    }

    @Override
    public boolean begun(Change<Canonical> change, Optional<Canonical> now) {
        return forms.begun(change, now);
    }

    @Override
    public Toll toll(Change<Canonical> change) {
        var form = change.subject();
        var tolls = new HashMap<>(Map.of(TOPICS, 4, TAGS, 4));
        var ways = forms.ways(form).size()
                + change.before().map(forms::ways).map(Set::size).orElse(0);
        if (ways > 0) {
            tolls.put(SUBSCRIPTIONS, ways);
        }
        var called = TopicForm.functions(form).size();
        if (called > 0) {
            tolls.put(LAMBDA, 4 * called);
        }
        return new Toll(tolls, 1);
    }
}
