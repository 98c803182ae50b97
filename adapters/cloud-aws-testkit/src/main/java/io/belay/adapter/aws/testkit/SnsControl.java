package io.belay.adapter.aws.testkit;

import static io.belay.adapter.aws.testkit.Xml.element;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * SNS's Publish, over the query protocol, as in the SNS API Reference: a subject "must be ASCII text that begins with a letter,
 * number, or punctuation mark; must not include line breaks or control characters; and must be less than 100 characters long";
 * a message is not empty and 262,144 bytes at most; a FIFO topic wants a MessageGroupId.
 */
public final class SnsControl implements Control {
    private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";
    private static final Pattern SUBJECT = Pattern.compile("[!-~][ -~]{0,98}");
    private static final int LONGEST = 262_144;

    private final Set<String> topics = ConcurrentHashMap.newKeySet();
    private final List<Message> published = new CopyOnWriteArrayList<>();

    SnsControl() {}

    /** What was published. */
    public record Message(String topic, String subject, String text, Map<String, String> attributes) {}

    /** Makes a topic: its ARN. */
    public String topic(String name) {
        var arn = "arn:aws:sns:" + AwsServer.REGION + ":" + AwsServer.ACCOUNT + ":" + name;
        topics.add(arn);
        return arn;
    }

    /** What was published, in order. */
    public List<Message> published() {
        return List.copyOf(published);
    }

    @Override
    public String action(Asked asked) {
        return asked.form().getOrDefault("Action", "Unknown");
    }

    @Override
    public Answer answer(String action, Asked asked) {
        if (!action.equals("Publish")) {
            throw new Refusal(400, "InvalidAction", "Could not find operation " + action);
        }
        var form = asked.form();
        var topic = form.getOrDefault("TopicArn", "");
        if (!topics.contains(topic)) {
            throw new Refusal(404, "NotFound", "Topic does not exist");
        }
        var subject = form.getOrDefault("Subject", "");
        if (form.containsKey("Subject") && !SUBJECT.matcher(subject).matches()) {
            throw new Refusal(400, "InvalidParameter", "Invalid parameter: Subject");
        }
        var text = form.getOrDefault("Message", "");
        if (text.isEmpty() || text.getBytes(UTF_8).length > LONGEST) {
            throw new Refusal(400, "InvalidParameter", "Invalid parameter: Message too long");
        }
        if (topic.endsWith(".fifo") && !form.containsKey("MessageGroupId")) {
            throw new Refusal(400, "InvalidParameter", "The MessageGroupId parameter is required for FIFO topics");
        }
        published.add(new Message(topic, subject, text, attributes(form)));
        return Xml.answer(
                "Publish", NAMESPACE, element("MessageId", UUID.randomUUID().toString()));
    }

    private static Map<String, String> attributes(Map<String, String> form) {
        var attributes = new TreeMap<String, String>();
        for (int at = 1; form.containsKey("MessageAttributes.entry." + at + ".Name"); at++) {
            var entry = "MessageAttributes.entry." + at;
            attributes.put(form.getOrDefault(entry + ".Name", ""), form.getOrDefault(entry + ".Value.StringValue", ""));
        }
        return attributes;
    }

    @Override
    public Answer refused(Refusal refusal) {
        return Xml.refused(refusal, NAMESPACE);
    }
}
