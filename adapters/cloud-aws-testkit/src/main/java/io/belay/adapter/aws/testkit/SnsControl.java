package io.belay.adapter.aws.testkit;

import static io.belay.adapter.aws.testkit.Xml.element;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * SNS over the query protocol, as in the SNS API Reference. Topics are {@link SnsTopics}'. Publish: a subject "must be ASCII text that begins with a letter,
 * number, or punctuation mark; must not include line breaks or control characters; and must be less than 100 characters long";
 * a message is not empty and 262,144 bytes at most; a FIFO topic wants a MessageGroupId. What is published goes to the queues
 * that are subscribed, and is handed to who plays the functions that are.
 */
public final class SnsControl implements Control {
    private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";
    private static final Pattern SUBJECT = Pattern.compile("[!-~][ -~]{0,98}");
    private static final int LONGEST = 262_144;

    private final SnsTopics topics = new SnsTopics();
    private final List<Message> published = new CopyOnWriteArrayList<>();
    private final InstantSource clock;
    private final SqsControl queues;
    private volatile Consumer<SnsRing> bell = _ -> {};

    SnsControl(InstantSource clock, SqsControl queues) {
        this.clock = clock;
        this.queues = queues;
    }

    /** What was published. */
    public record Message(String topic, String subject, String text, Map<String, String> attributes) {}

    /** Somebody makes a topic: its ARN. */
    public String topic(String name) {
        return topics.make(name);
    }

    /** Whether there is such a topic. */
    public boolean has(String arn) {
        return topics.has(arn);
    }

    /** {@code endpoint} is subscribed to the topic and has confirmed it, whoever asked for it. */
    public void subscribe(String arn, String protocol, String endpoint) {
        topics.subscribe(arn, protocol, endpoint);
    }

    /** The subscription of {@code endpoint}: an ARN once it is confirmed, {@code PendingConfirmation} until then. */
    public Optional<String> subscription(String arn, String endpoint) {
        return topics.subscription(arn, endpoint);
    }

    /** What the topic is tagged with. */
    public Map<String, String> tags(String arn) {
        return topics.tags(arn);
    }

    /** An attribute of the topic: {@code Policy}. */
    public String attribute(String arn, String name) {
        return topics.attribute(arn, name);
    }

    /** Somebody sets an attribute of the topic. */
    public void attribute(String arn, String name, String value) {
        topics.attribute(arn, name, value);
    }

    /** What was published, in order; not what an alarm tells a topic. */
    public List<Message> published() {
        return List.copyOf(published);
    }

    /** Whom a message invokes, is handed to {@code other}: nobody is called by itself. */
    public SnsControl ringing(Consumer<SnsRing> other) {
        bell = other;
        return this;
    }

    /** An alarm tells a topic, where it names one that is there. */
    void told(CloudWatchRing ring) {
        if (topics.has(ring.action())) {
            deliver(new Message(ring.action(), ring.subject(), ring.message(), Map.of()));
        }
    }

    private String deliver(Message message) {
        var delivery = new SnsDelivery(UUID.randomUUID().toString(), message, clock.instant());
        for (var each : topics.subscriptions(message.topic())) {
            switch (each.protocol()) {
                case "sqs" -> queues.send(each.endpoint(), delivery.letter());
                case "lambda" -> bell.accept(new SnsRing(each.endpoint(), delivery.event(each.arn())));
                default -> {
                    // Letters and calls leave this machine.
                }
            }
        }
        return delivery.id();
    }

    @Override
    public String action(Asked asked) {
        return asked.form().getOrDefault("Action", "Unknown");
    }

    @Override
    public Answer answer(String action, Asked asked) {
        var form = asked.form();
        var known = topics.answer(action, form);
        if (known.isPresent()) {
            return Xml.answer(action, NAMESPACE, known.get());
        }
        if (!action.equals("Publish")) {
            throw new Refusal(400, "InvalidAction", "Could not find operation " + action);
        }
        var topic = form.getOrDefault("TopicArn", "");
        if (!topics.has(topic)) {
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
        var message = new Message(topic, subject, text, attributes(form));
        published.add(message);
        return Xml.answer("Publish", NAMESPACE, element("MessageId", deliver(message)));
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
