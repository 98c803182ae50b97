package io.belay.adapter.aliyun.alarms;

import io.belay.core.alarm.Channel;
import io.belay.core.alarm.Gap;
import io.belay.core.alarm.Receiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whom a rule tells: groups of contacts by their names, one address by a POST, and targets by their ARNs. In a canonical form each is
 * a receiver of its own: a group has no channel, the others the one that they are.
 */
record Told(List<String> groups, Optional<Channel.Webhook> webhook, List<String> targets) {
    /** "Valid values of N: 1 to 5." (PutMetricRuleTargets.) */
    private static final int MOST_TARGETS = 5;

    private static final Pattern MNS =
            Pattern.compile("acs:mns:[a-z0-9-]+:[0-9]+:/(topics|queues)/[A-Za-z0-9-]+/messages");

    /** The canonical receivers for those that are wanted. */
    static List<Receiver> canonical(List<Receiver> wanted, List<Gap> gaps) {
        var told = new ArrayList<Receiver>();
        var webhooks = new ArrayList<Receiver>();
        var targets = new ArrayList<Receiver>();
        for (var each : wanted) {
            told.add(new Receiver(each.name(), List.of()));
            for (var channel : each.channels()) {
                switch (channel) {
                    case Channel.Webhook webhook -> add(webhooks, webhook.shown(), webhook);
                    case Channel.Topic(var address) -> target(targets, address, channel, gaps);
                    case Channel.Queue(var address) -> target(targets, address, channel, gaps);
                    // Contacts have these, or say why not: ContactForms.
                    case Channel.Email _, Channel.Sms _, Channel.DingTalk _, Channel.Slack _, Channel.Function _ -> {}
                }
            }
        }
        told.addAll(first(webhooks, 1, "a rule posts to one address", gaps));
        told.addAll(first(targets, MOST_TARGETS, "a rule has 5 targets at most", gaps));
        return told;
    }

    private static void add(List<Receiver> receivers, String name, Channel channel) {
        var receiver = new Receiver(name, List.of(channel));
        if (!receivers.contains(receiver)) {
            receivers.add(receiver);
        }
    }

    private static void target(List<Receiver> targets, String address, Channel channel, List<Gap> gaps) {
        if (MNS.matcher(address).matches()) {
            add(targets, address, channel instanceof Channel.Topic ? channel : new Channel.Topic(address));
        } else {
            gaps.add(
                    new Gap(
                            "receivers",
                            address,
                            "a target is written acs:mns:REGION:ACCOUNT:/topics/NAME/messages, or /queues/ in place of /topics/"));
        }
    }

    private static List<Receiver> first(List<Receiver> all, int most, String reason, List<Gap> gaps) {
        all.stream()
                .skip(most)
                .forEach(each -> gaps.add(new Gap("receivers", each.name(), reason + ": this one is not told")));
        return all.stream().limit(most).toList();
    }

    /** What canonical receivers are. */
    static Told of(List<Receiver> canonical) {
        var groups = new ArrayList<String>();
        var targets = new ArrayList<String>();
        Optional<Channel.Webhook> webhook = Optional.empty();
        for (var each : canonical) {
            if (each.channels().isEmpty()) {
                groups.add(each.name());
            } else if (each.channels().getFirst() instanceof Channel.Webhook post) {
                webhook = Optional.of(post);
            } else {
                targets.add(each.name());
            }
        }
        return new Told(groups, webhook, targets);
    }

    /** As receivers of a canonical form. */
    List<Receiver> receivers() {
        var all = new ArrayList<Receiver>();
        groups.forEach(each -> all.add(new Receiver(each, List.of())));
        webhook.ifPresent(each -> all.add(new Receiver(each.shown(), List.of(each))));
        targets.forEach(each -> all.add(new Receiver(each, List.of(new Channel.Topic(each)))));
        return all;
    }
}
