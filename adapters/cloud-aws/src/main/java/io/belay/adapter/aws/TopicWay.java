package io.belay.adapter.aws;

import io.belay.core.alarm.Channel;
import io.belay.core.settings.Text;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a topic is subscribed by, in SNS's words; see Subscribe in the SNS API Reference. */
record TopicWay(String protocol, String endpoint) {
    /** A telephone number as E.164 has it. */
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{5,14}");

    private static final Pattern LETTER = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern QUEUE = Pattern.compile("arn:[^:]+:sqs:[^:]+:\\d{12}:[^:]+");

    /** What becomes of a channel. */
    sealed interface Taken {
        /** A subscription. */
        record Subscribed(TopicWay way) implements Taken {}

        /** Called by alarms themselves. */
        record Direct(String arn) implements Taken {}

        /** Nothing, for {@code reason}. */
        record Not(String reason) implements Taken {}
    }

    static Taken of(Channel channel, AwsAccount account) {
        return switch (channel) {
            case Channel.Email(var address) -> when(LETTER, "email", address, "an address of letters has one @");
            case Channel.Sms(var number) ->
                when(NUMBER, "sms", number, "a number is written +, country and number, digits alone");
            case Channel.Webhook(var url) -> webhook(url.reveal());
            case Channel.Queue(var address) ->
                when(QUEUE, "sqs", Text.of(address), "SNS tells queues of SQS, by their ARN");
            case Channel.Topic(var address) -> new Taken.Direct(address);
            case Channel.Function(var address) ->
                account.has("lambda", address)
                        ? new Taken.Direct(address)
                        : new Taken.Not(
                                "alarms call it, but permission is given to functions of this account and region,"
                                        + " by their ARN, alone");
            case Channel.DingTalk _, Channel.Slack _ ->
                new Taken.Not("SNS posts its own letter, which a robot does not understand: announce there instead");
        };
    }

    private static Taken when(Pattern fits, String protocol, Text endpoint, String otherwise) {
        return fits.matcher(endpoint.reveal()).matches()
                ? new Taken.Subscribed(new TopicWay(protocol, endpoint.reveal()))
                : new Taken.Not(otherwise);
    }

    /** "HTTPS URLs are only retrievable from GetSubscriptionAttributes" where they bear a name and a password: SNS Developer Guide. */
    private static Taken webhook(String url) {
        try {
            var address = URI.create(url);
            var scheme = Optional.ofNullable(address.getScheme()).orElse("");
            if (!scheme.matches("https?") || address.getHost() == null) {
                return new Taken.Not("SNS posts to addresses of https and http");
            }
            return address.getUserInfo() == null
                    ? new Taken.Subscribed(new TopicWay(scheme, url))
                    : new Taken.Not("SNS does not list an address with a name and a password as it is");
        } catch (IllegalArgumentException _) {
            return new Taken.Not("it is no address");
        }
    }

    /** The same in no cloud's words; empty for what no receiver of ours has. */
    Optional<Channel> channel() {
        var said = Text.of(endpoint);
        return switch (protocol) {
            case "email" -> Optional.of(new Channel.Email(said));
            case "sms" -> Optional.of(new Channel.Sms(said));
            // Who knows it may post there.
            case "https", "http" ->
                Optional.of(new Channel.Webhook(new Text(List.of(new Text.Part.Secret("${subscribed}", endpoint)))));
            case "sqs" -> Optional.of(new Channel.Queue(endpoint));
            default -> Optional.empty();
        };
    }
}
