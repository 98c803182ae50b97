package io.belay.adapter.systemfile;

import io.belay.core.alarm.Channel;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Receiver;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Who can be told, from the block that says so. */
final class AlarmReceivers {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,62}");

    private AlarmReceivers() {}

    /** By their names in the file; in the stores each bears its owner's prefix, since {@code oncall} may be another's. */
    static Map<String, Receiver> of(Owner owner, Settings alarms) {
        var receivers = new LinkedHashMap<String, Receiver>();
        alarms.find(AlarmShapes.RECEIVERS).orElse(Map.of()).forEach((name, channels) -> {
            if (!NAME.matcher(name).matches()) {
                throw new SettingException(
                        AlarmShapes.RECEIVERS.name() + "." + name,
                        "a receiver's name of 1 to 63 letters, digits and dashes, found " + Words.quoted(name));
            }
            receivers.put(name, new Receiver(owner.prefix() + name, channels(name, channels)));
        });
        return receivers;
    }

    private static List<Channel> channels(String name, List<Settings> blocks) {
        return blocks.stream().map(each -> channel(name, each)).toList();
    }

    private static Channel channel(String name, Settings block) {
        var given = AlarmShapes.CHANNELS.stream().filter(block::has).toList();
        if (given.size() != 1) {
            throw new SettingException(
                    AlarmShapes.RECEIVERS.name() + "." + name,
                    (given.isEmpty() ? "no way" : "several ways") + " to tell in one item; one each of "
                            + Words.oneOf(AlarmShapes.CHANNELS.stream()
                                    .map(each -> each.name())
                                    .toList()));
        }
        var text = block.get(given.getFirst());
        return switch (given.getFirst().name()) {
            case "email" -> new Channel.Email(text);
            case "sms" -> new Channel.Sms(text);
            case "webhook" -> new Channel.Webhook(text);
            case "dingtalk" -> new Channel.DingTalk(text);
            case "slack" -> new Channel.Slack(text);
            case "function" -> new Channel.Function(AlarmMeasures.open(block, AlarmShapes.FUNCTION));
            case "topic" -> new Channel.Topic(AlarmMeasures.open(block, AlarmShapes.TOPIC));
            default -> new Channel.Queue(AlarmMeasures.open(block, AlarmShapes.QUEUE));
        };
    }
}
