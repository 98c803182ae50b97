package io.belay.adapter.aliyun.alarms;

import io.belay.adapter.aliyun.http.Json;
import io.belay.core.Fingerprint;
import io.belay.core.alarm.Channel;
import io.belay.core.alarm.Owner;
import io.belay.core.settings.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A contact. Ours have one way each, and a name that says which: the same way of the same group is the same contact.
 *
 * @param describe what it says of itself, the mark included
 * @param unconfirmed the ways that nobody has confirmed
 * @param others ways that no group of ours has: AliIM
 */
record Contact(String name, String describe, List<Channel> channels, List<Channel> unconfirmed, List<String> others) {
    private static final List<String> WAYS = List.of("Mail", "SMS", "DingWebHook");

    static Contact of(Json json) {
        var channels = new ArrayList<Channel>();
        var unconfirmed = new ArrayList<Channel>();
        for (var way : WAYS) {
            var address = json.object("Channels").text(way).filter(each -> !each.isBlank());
            var state = json.object("ChannelsState").text(way).orElse("OK");
            address.map(each -> channel(way, each)).ifPresent(channel -> {
                channels.add(channel);
                if (state.equals("PENDING")) {
                    unconfirmed.add(channel);
                }
            });
        }
        var others = json.object("Channels")
                .text("AliIM")
                .filter(each -> !each.isBlank())
                .map(List::of)
                .orElse(List.of());
        return new Contact(json.text("Name").orElse(""), json.text("Desc").orElse(""), channels, unconfirmed, others);
    }

    private static Channel channel(String way, String address) {
        return switch (way) {
            case "Mail" -> new Channel.Email(Text.of(address));
            case "SMS" -> new Channel.Sms(Text.of(address));
            default -> new Channel.DingTalk(Text.of(address));
        };
    }

    /** Whether contacts have such ways. */
    static boolean has(Channel channel) {
        return channel instanceof Channel.Email
                || channel instanceof Channel.Sms
                || channel instanceof Channel.DingTalk;
    }

    /** What PutContact calls the way. */
    static String word(Channel channel) {
        return switch (channel) {
            case Channel.Email _ -> "Mail";
            case Channel.Sms _ -> "SMS";
            case Channel.DingTalk _ -> "DingWebHook";
            default -> throw new IllegalArgumentException("no way of a contact: " + channel.word());
        };
    }

    static String address(Channel channel) {
        return switch (channel) {
            case Channel.Email(var address) -> address.reveal();
            case Channel.Sms(var number) -> number.reveal();
            case Channel.DingTalk(var url) -> url.reveal();
            default -> throw new IllegalArgumentException("no way of a contact: " + channel.word());
        };
    }

    /** The name of ours: 2 to 40 characters (alicloud_cms_alarm_contact), whatever the group's name is. */
    static String name(Owner owner, String group, Channel channel) {
        return "belay_"
                + Fingerprint.of(List.of(owner.mark(), group, channel.word(), address(channel)))
                        .substring(0, 24);
    }

    /** What ours says of itself. */
    static String describe(Owner owner, String group) {
        return new Mark(Optional.of(owner), group).written();
    }
}
