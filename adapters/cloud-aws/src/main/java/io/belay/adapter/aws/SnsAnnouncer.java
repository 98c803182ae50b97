package io.belay.adapter.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.belay.core.Deadline;
import io.belay.core.announce.Announcement;
import io.belay.core.announce.Announcer;
import io.belay.core.probe.Target;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.Map;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/**
 * Tells an SNS topic: the title as the subject, the text as the message, and the attributes {@code verdict} and {@code function}
 * for its subscriptions' filters. Bounds as in Publish of the SNS API Reference.
 */
public final class SnsAnnouncer implements Announcer {
    /** "Less than 100 characters long." */
    private static final int SUBJECT = 99;

    /** 256 KB, of which the attributes take some. */
    private static final int MESSAGE = 262_144 - 1_024;

    private static final String SHORTENED = "\n... shortened: it was longer than SNS takes.";

    private final AwsClients aws;
    private final String topic;

    /** Who tells the topic with this ARN. */
    public SnsAnnouncer(AwsClients aws, String topic) {
        this.aws = requireNonNull(aws, "aws");
        this.topic = requireNonNull(topic, "topic");
    }

    @Override
    public Target target() {
        return new Target(topic, "sns." + aws.place().region());
    }

    @Override
    public String kind() {
        return "sns";
    }

    @Override
    public void tell(Announcement announcement, Deadline deadline) throws InterruptedException {
        var report = announcement.report();
        var attributes = Map.of(
                "verdict", attribute(report.verdict().name()),
                "function", attribute(report.function()));
        AwsCall.ask(
                deadline,
                limits -> aws.sns().publish(request -> {
                    request.topicArn(topic)
                            .subject(subject(announcement.title()))
                            .message(message(announcement.text()))
                            .messageAttributes(attributes)
                            .overrideConfiguration(limits);
                    if (topic.endsWith(".fifo")) {
                        request.messageGroupId("belay")
                                .messageDeduplicationId(report.correlation().toString());
                    }
                }));
    }

    private static MessageAttributeValue attribute(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }

    /** ASCII, and a letter, a digit or a mark at its beginning. */
    private static String subject(String title) {
        var line = title.replaceAll("\\s+", " ").strip().replaceAll("[^ -~]", "?");
        var begun = line.isEmpty() ? "Belay" : line;
        return begun.length() <= SUBJECT ? begun : begun.substring(0, SUBJECT - 3) + "...";
    }

    private static String message(String text) {
        if (text.isEmpty()) {
            return "-";
        }
        var bytes = text.getBytes(UTF_8);
        if (bytes.length <= MESSAGE) {
            return text;
        }
        var kept = ByteBuffer.wrap(bytes, 0, MESSAGE - SHORTENED.length());
        try {
            return UTF_8.newDecoder().onMalformedInput(CodingErrorAction.IGNORE).decode(kept) + SHORTENED;
        } catch (CharacterCodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
