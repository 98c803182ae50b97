package io.belay.adapter.aws;

import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Channel;
import io.belay.core.alarm.Gap;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Receiver;
import io.belay.core.alarm.Rendering;
import io.belay.core.plan.Change;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A receiver's normal form: its topic, whose subscriptions and tags say whom it tells. */
record TopicForm(AwsAccount account) {
    static final String PUBLISH = "may publish";
    static final String PUBLISHERS = "alarms and budgets";
    static final String PERMISSION = "permission";
    static final String GIVEN = "given";

    /** Behind it, from 1 on: what alarms call themselves, and not through the topic. */
    static final String CALLS = "belay:calls.";

    /**
     * Whether a topic can have its name: "uppercase and lowercase ASCII letters, numbers, underscores, and hyphens", 1 to 256 of them,
     * CreateTopic in the SNS API Reference.
     */
    static boolean named(Receiver receiver) {
        return receiver.name().matches("[A-Za-z0-9_-]{1,256}");
    }

    Rendering rendering(Owner owner, Receiver wanted) {
        if (!named(wanted)) {
            return Rendering.none(wanted, "a topic's name is of 1 to 256 letters, digits, - and _");
        }
        var gaps = new ArrayList<Gap>();
        var kept = new ArrayList<Channel>();
        for (var channel : wanted.channels()) {
            if (TopicWay.of(channel, account) instanceof TopicWay.Taken.Not(var reason)) {
                gaps.add(new Gap(channel.word(), channel.shown(), reason));
            } else {
                kept.add(channel);
            }
        }
        if (kept.isEmpty()) {
            return gaps.isEmpty()
                    ? Rendering.none(wanted, "it is told in no way")
                    : new Rendering(wanted, Optional.empty(), gaps);
        }
        var form = Canonical.of(new Receiver(wanted.name(), kept), Optional.of(owner))
                .with(PUBLISH, PUBLISHERS);
        return new Rendering(
                wanted, Optional.of(functions(form).isEmpty() ? form : form.with(PERMISSION, GIVEN)), gaps);
    }

    /** What {@code form} is subscribed by. */
    Set<TopicWay> ways(Canonical form) {
        return taken(form)
                .flatMap(each -> each instanceof TopicWay.Taken.Subscribed(var way) ? Stream.of(way) : Stream.empty())
                .collect(Collectors.toSet());
    }

    private Stream<TopicWay.Taken> taken(Canonical form) {
        return channels(form).stream().map(each -> TopicWay.of(each, account));
    }

    static List<String> functions(Canonical form) {
        return channels(form).stream()
                .flatMap(each -> each instanceof Channel.Function(var arn) ? Stream.of(arn) : Stream.empty())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Channel> channels(Canonical form) {
        return form.resource() instanceof Receiver receiver ? receiver.channels() : List.of();
    }

    /** The tags that its topic bears. */
    Map<String, String> tags(Canonical form) {
        var tags = new TreeMap<String, String>();
        form.owner().ifPresent(owner -> tags.put(CloudWatchMark.TAG, owner.mark()));
        var calls = taken(form)
                .flatMap(each -> each instanceof TopicWay.Taken.Direct(var arn) ? Stream.of(arn) : Stream.empty())
                .distinct()
                .sorted()
                .toList();
        for (int at = 0; at < calls.size(); at++) {
            tags.put(CALLS + (at + 1), calls.get(at));
        }
        return tags;
    }

    /** What its topic's tags say that alarms call. */
    static List<Channel> called(Map<String, String> tags) {
        return tags.entrySet().stream()
                .filter(each -> each.getKey().startsWith(CALLS))
                .<Channel>map(each -> each.getValue().contains(":lambda:")
                        ? new Channel.Function(each.getValue())
                        : new Channel.Topic(each.getValue()))
                .toList();
    }

    /** The mark comes first, then the subscriptions one by one, then permissions; they are taken away first. */
    boolean begun(Change<Canonical> change, Optional<Canonical> now) {
        if (now.isEmpty()) {
            return false;
        }
        var is = now.get();
        var before = change.before();
        var after = change.after();
        if (after.isEmpty()) {
            return before.isPresent() && before.get().without(PERMISSION).same(is.without(PERMISSION));
        }
        var old = shown(before);
        var due = shown(after);
        var there = shown(now);
        var any = new HashSet<>(old);
        any.addAll(due);
        old.retainAll(due);
        return is.owner().equals(after.get().owner())
                && is.fields().text(PUBLISH).equals(after.get().fields().text(PUBLISH))
                && any.containsAll(there)
                && there.containsAll(old);
    }

    private static Set<String> shown(Optional<Canonical> form) {
        return form.stream()
                .flatMap(each -> channels(each).stream())
                .map(each -> each.word() + " " + each.shown())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
