package io.belay.adapter.aws;

import io.belay.core.alarm.Channel;
import io.belay.core.alarm.Receiver;
import io.belay.core.alarm.Rendering;
import java.util.List;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** What alarms call to tell a receiver: topics and functions that are there, by their ARNs; for all else, a topic of its name. */
record CloudWatchActions(String region, String account) {
    List<String> of(Receiver receiver) {
        return receiver.channels().stream()
                .map(channel -> switch (channel) {
                    case Channel.Function(var address) -> address;
                    case Channel.Topic(var address) -> address;
                    case Channel.Email _,
                            Channel.Sms _,
                            Channel.Webhook _,
                            Channel.Queue _,
                            Channel.DingTalk _,
                            Channel.Slack _ -> topic(receiver.name());
                })
                .distinct()
                .toList();
    }

    private String topic(String name) {
        var partition = PartitionMetadata.of(Region.of(region)).id();
        return "arn:" + partition + ":sns:" + region + ":" + account + ":" + name;
    }

    /** Receivers are pointed at, and not made. */
    static Rendering rendering(Receiver receiver) {
        var ours = receiver.channels().stream()
                .anyMatch(each -> !(each instanceof Channel.Function || each instanceof Channel.Topic));
        return Rendering.none(
                receiver,
                ours
                        ? "topics are not made yet: alarms call the topic " + receiver.name()
                                + " of this account, with the subscriptions that it has"
                        : "alarms call its functions and topics by their ARNs; permission to do so is not given yet");
    }
}
