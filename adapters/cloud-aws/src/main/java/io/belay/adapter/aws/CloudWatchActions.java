package io.belay.adapter.aws;

import io.belay.core.alarm.Channel;
import io.belay.core.alarm.Receiver;
import java.util.List;
import java.util.Optional;

/**
 * What alarms call to tell a receiver: topics and functions that are there, by their ARNs; for all else that SNS can tell, the
 * receiver's own topic.
 */
record CloudWatchActions(AwsAccount account) {
    List<String> of(Receiver receiver) {
        return receiver.channels().stream()
                .flatMap(channel -> action(receiver, channel).stream())
                .distinct()
                .toList();
    }

    private Optional<String> action(Receiver receiver, Channel channel) {
        return switch (TopicWay.of(channel, account)) {
            case TopicWay.Taken.Direct(var arn) -> Optional.of(arn);
            case TopicWay.Taken.Subscribed _ ->
                Optional.of(account.topic(receiver.name())).filter(_ -> TopicForm.named(receiver));
            // Who may call a function of another account is said there.
            case TopicWay.Taken.Not _ ->
                channel instanceof Channel.Function(var arn) ? Optional.of(arn) : Optional.empty();
        };
    }
}
