package io.belay.adapter.aws;

import io.belay.core.alarm.Channel;
import io.belay.core.alarm.Receiver;
import java.util.List;
import java.util.stream.Stream;

/**
 * What alarms call to tell a receiver: topics and functions that are there, by their ARNs; for all else that SNS can tell, the
 * receiver's own topic.
 */
record CloudWatchActions(AwsAccount account) {
    List<String> of(Receiver receiver) {
        return receiver.channels().stream()
                .flatMap(channel -> switch (channel) {
                    case Channel.Function(var address) -> Stream.of(address);
                    case Channel.Topic(var address) -> Stream.of(address);
                    case Channel.Email _, Channel.Sms _, Channel.Webhook _, Channel.Queue _ ->
                        Stream.of(account.topic(receiver.name()));
                    case Channel.DingTalk _, Channel.Slack _ -> Stream.<String>empty();
                })
                .distinct()
                .toList();
    }
}
