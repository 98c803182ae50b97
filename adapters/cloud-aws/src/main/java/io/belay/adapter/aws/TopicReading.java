package io.belay.adapter.aws;

import io.belay.core.Deadline;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Channel;
import io.belay.core.alarm.Held;
import io.belay.core.alarm.Obstacle;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Receiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A receiver as it is: what its topic says, and whether those functions may be called that alarms call. */
record TopicReading(AwsAccount account, TopicCalls calls, FunctionPermission functions, Deadline deadline) {
    /** Empty where there is no such topic, or where it is neither {@code owner}'s nor {@code wanted}. */
    Optional<Held> held(String name, Owner owner, boolean wanted, Set<TopicWay> counted) throws InterruptedException {
        var policy = policy(name);
        return policy.isPresent() && (wanted || policy.get().owner().equals(Optional.of(owner)))
                ? Optional.of(held(name, policy.get(), counted))
                : Optional.empty();
    }

    /**
     * Empty where there is no such topic.
     *
     * @param counted what counts though nobody has confirmed it
     */
    Optional<Held> held(String name, Set<TopicWay> counted) throws InterruptedException {
        var policy = policy(name);
        return policy.isPresent() ? Optional.of(held(name, policy.get(), counted)) : Optional.empty();
    }

    private Optional<TopicPolicy> policy(String name) throws InterruptedException {
        var arn = account.topic(name);
        return calls.attributes(arn, deadline)
                .map(each -> TopicPolicy.read(each.getOrDefault("Policy", ""), arn, account));
    }

    private Held held(String name, TopicPolicy policy, Set<TopicWay> counted) throws InterruptedException {
        var arn = account.topic(name);
        var channels = new ArrayList<Channel>();
        var others = new TreeMap<String, TreeSet<String>>();
        var obstacles = new ArrayList<Obstacle>();
        for (var each : calls.subscriptions(arn, deadline)) {
            var way = new TopicWay(each.protocol(), each.endpoint());
            var confirmed = each.subscriptionArn().startsWith("arn:");
            if (!confirmed && !counted.contains(way)) {
                continue;
            }
            way.channel()
                    .ifPresentOrElse(
                            channels::add,
                            () -> others.computeIfAbsent(way.protocol(), _ -> new TreeSet<>())
                                    .add(way.endpoint()));
            if (!confirmed) {
                obstacles.add(unconfirmed(way));
            }
        }
        if (policy.owner().isPresent()) {
            channels.addAll(TopicForm.called(calls.tags(arn, deadline)));
        }
        var form = Canonical.of(new Receiver(name, channels), policy.owner()).with(TopicForm.PUBLISH, policy.publish());
        for (var each : others.entrySet()) {
            form = form.with(each.getKey(), String.join(", ", each.getValue()));
        }
        if (policy.owner().isPresent() && !TopicForm.functions(form).isEmpty()) {
            form = form.with(
                    TopicForm.PERMISSION, permission(form, policy.owner().get(), obstacles));
        }
        return new Held(form, obstacles);
    }

    private static Obstacle unconfirmed(TopicWay way) {
        var at = way.channel().map(Channel::shown).orElse(way.protocol());
        return new Obstacle(
                Obstacle.Reason.UNCONFIRMED, at, "SNS has asked " + at + " to confirm, and was not answered yet");
    }

    private String permission(Canonical form, Owner owner, List<Obstacle> obstacles) throws InterruptedException {
        var id = FunctionPermission.statement(owner, form.id().name());
        var missing = new ArrayList<String>();
        for (var each : TopicForm.functions(form)) {
            var statements = functions.statements(each, deadline);
            if (statements.isEmpty()) {
                obstacles.add(new Obstacle(Obstacle.Reason.NO_FUNCTION, each, "there is no function of this name"));
                missing.add(each);
            } else if (!functions.given(statements.get(), id)) {
                obstacles.add(new Obstacle(
                        Obstacle.Reason.NO_PERMISSION,
                        each,
                        "its policy does not let alarms call it for this receiver"));
                missing.add(each);
            }
        }
        return missing.isEmpty() ? TopicForm.GIVEN : "not given: " + String.join(", ", missing);
    }
}
