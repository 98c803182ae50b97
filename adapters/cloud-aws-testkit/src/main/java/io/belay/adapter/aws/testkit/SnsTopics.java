package io.belay.adapter.aws.testkit;

import static io.belay.adapter.aws.testkit.Xml.element;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/**
 * SNS's topics and subscriptions, as in the SNS API Reference.
 *
 * <ul>
 *   <li>CreateTopic is idempotent, unless attributes or tags are others than those that are there.
 *   <li>Letters and addresses have to confirm before they hear; until then a subscription has no ARN, and cannot be taken away. Short
 *       messages and the account's own queues need not.
 *   <li>Subscribing what is subscribed already makes no second subscription. DeleteTopic of none is no error.
 *   <li>Lists of 100 a page.
 * </ul>
 */
final class SnsTopics {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 100;
    private static final String PENDING = "PendingConfirmation";

    private final Map<String, Topic> topics = new ConcurrentSkipListMap<>();

    record Subscription(String arn, String protocol, String endpoint) {}

    private static final class Topic {
        private final Map<String, String> attributes = new TreeMap<>();
        private final Tags tags = new Tags("InvalidParameter");
        private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    }

    boolean has(String arn) {
        return topics.containsKey(arn);
    }

    /** Somebody makes a topic. */
    String make(String name) {
        var arn = "arn:aws:sns:" + AwsServer.REGION + ":" + AwsServer.ACCOUNT + ":" + name;
        var made = new Topic();
        made.attributes.put("Policy", "{\"Version\":\"2008-10-17\",\"Id\":\"__default_policy_ID\",\"Statement\":[]}");
        topics.putIfAbsent(arn, made);
        return arn;
    }

    /** Somebody subscribes, and has confirmed. */
    void subscribe(String arn, String protocol, String endpoint) {
        var topic = topic(arn);
        topic.subscriptions.removeIf(
                each -> each.protocol().equals(protocol) && each.endpoint().equals(endpoint));
        topic.subscriptions.add(new Subscription(arn + ":" + UUID.randomUUID(), protocol, endpoint));
    }

    /** How {@code endpoint} stands: an ARN once it is confirmed. */
    Optional<String> subscription(String arn, String endpoint) {
        return topic(arn).subscriptions.stream()
                .filter(each -> each.endpoint().equals(endpoint))
                .map(Subscription::arn)
                .findFirst();
    }

    /** Who is subscribed, whether confirmed or not. */
    List<Subscription> subscriptions(String arn) {
        return List.copyOf(topic(arn).subscriptions);
    }

    Map<String, String> tags(String arn) {
        return topic(arn).tags.all();
    }

    String attribute(String arn, String name) {
        return topic(arn).attributes.getOrDefault(name, "");
    }

    void attribute(String arn, String name, String value) {
        topic(arn).attributes.put(name, value);
    }

    private Topic topic(String arn) {
        return Optional.ofNullable(topics.get(arn))
                .orElseThrow(() -> new Refusal(404, "NotFound", "Topic does not exist"));
    }

    private Topic tagged(String arn) {
        return Optional.ofNullable(topics.get(arn))
                .orElseThrow(() -> new Refusal(404, "ResourceNotFound", "Resource does not exist"));
    }

    /** The body of the answer; empty where it is none of these actions. */
    Optional<String> answer(String action, Map<String, String> form) {
        var arn = form.getOrDefault("TopicArn", "");
        return switch (action) {
            case "ListTopics" ->
                Optional.of(page(form, "Topics", List.copyOf(topics.keySet()), each -> element("TopicArn", each)));
            case "CreateTopic" -> Optional.of(create(form));
            case "DeleteTopic" -> {
                topics.remove(arn);
                yield Optional.of("");
            }
            case "GetTopicAttributes" ->
                Optional.of("<Attributes>"
                        + topic(arn).attributes.entrySet().stream()
                                .map(each -> "<entry>" + element("key", each.getKey())
                                        + element("value", each.getValue()) + "</entry>")
                                .collect(Collectors.joining())
                        + "</Attributes>");
            case "SetTopicAttributes" -> {
                set(topic(arn), form.getOrDefault("AttributeName", ""), form.getOrDefault("AttributeValue", ""));
                yield Optional.of("");
            }
            case "ListSubscriptionsByTopic" ->
                Optional.of(page(
                        form,
                        "Subscriptions",
                        topic(arn).subscriptions,
                        each -> element("TopicArn", arn)
                                + element("Protocol", each.protocol())
                                + element("SubscriptionArn", each.arn())
                                + element("Owner", AwsServer.ACCOUNT)
                                + element("Endpoint", each.endpoint())));
            case "Subscribe" -> Optional.of(subscribe(arn, form));
            case "Unsubscribe" -> Optional.of(unsubscribe(form.getOrDefault("SubscriptionArn", "")));
            case "ListTagsForResource", "TagResource", "UntagResource" -> Optional.of(tags(action, form));
            default -> Optional.empty();
        };
    }

    private static <T> String page(Map<String, String> form, String name, List<T> all, Function<T, String> shown) {
        var from = Integer.parseInt(form.getOrDefault("NextToken", "0"));
        var to = Math.min(all.size(), from + PAGE);
        var members = all.subList(from, to).stream()
                .map(each -> "<member>" + shown.apply(each) + "</member>")
                .collect(Collectors.joining());
        return "<" + name + ">" + members + "</" + name + ">"
                + (to < all.size() ? element("NextToken", String.valueOf(to)) : "");
    }

    private String create(Map<String, String> form) {
        var name = form.getOrDefault("Name", "");
        hold(name.matches("[A-Za-z0-9_-]{1,256}"), "Topic Name");
        var arn = "arn:aws:sns:" + AwsServer.REGION + ":" + AwsServer.ACCOUNT + ":" + name;
        var attributes = entries(form, "Attributes.entry.", ".key", ".value");
        var tags = entries(form, "Tags.member.", ".Key", ".Value");
        var there = Optional.ofNullable(topics.get(arn));
        if (there.isPresent()) {
            hold(
                    there.get().attributes.entrySet().containsAll(attributes.entrySet()),
                    "Attributes Reason: Topic already exists with different attributes");
            hold(there.get().tags.all().equals(tags), "Tags Reason: Topic already exists with different tags");
            return element("TopicArn", arn);
        }
        var made = new Topic();
        attributes.forEach((key, value) -> set(made, key, value));
        made.tags.put(tags);
        topics.put(arn, made);
        return element("TopicArn", arn);
    }

    private static void set(Topic topic, String name, String value) {
        hold(name.matches("Policy|DisplayName|DeliveryPolicy|KmsMasterKeyId|TracingConfig"), "AttributeName");
        if (name.equals("Policy")) {
            try {
                hold(JSON.readTree(value).path("Statement").isArray(), "Policy Reason: Policy statement is missing");
            } catch (JacksonException _) {
                throw new Refusal(400, "InvalidParameter", "Invalid parameter: Policy Error: not JSON");
            }
        }
        topic.attributes.put(name, value);
    }

    private String subscribe(String arn, Map<String, String> form) {
        var protocol = form.getOrDefault("Protocol", "");
        var endpoint = form.getOrDefault("Endpoint", "");
        var fits = switch (protocol) {
            case "http", "https" -> endpoint.startsWith(protocol + "://");
            case "email" -> endpoint.matches("[^@\\s]+@[^@\\s]+");
            case "sms" -> endpoint.matches("\\+[0-9]{6,15}");
            case "sqs", "lambda" -> endpoint.startsWith("arn:aws:" + protocol + ":");
            default -> throw new Refusal(400, "InvalidParameter", "Invalid parameter: Protocol");
        };
        hold(fits, "Endpoint Reason: does not fit the protocol");
        var topic = topic(arn);
        var known = topic.subscriptions.stream()
                .filter(each ->
                        each.protocol().equals(protocol) && each.endpoint().equals(endpoint))
                .findFirst();
        if (known.isPresent()) {
            return element("SubscriptionArn", known.get().arn());
        }
        var asks = protocol.startsWith("http") || protocol.equals("email");
        var made = new Subscription(asks ? PENDING : arn + ":" + UUID.randomUUID(), protocol, endpoint);
        topic.subscriptions.add(made);
        return element("SubscriptionArn", asks ? "pending confirmation" : made.arn());
    }

    private String unsubscribe(String arn) {
        hold(arn.startsWith("arn:"), "SubscriptionArn Reason: An ARN must have at least 6 elements, not 1");
        var gone = topics.values().stream()
                .anyMatch(
                        topic -> topic.subscriptions.removeIf(each -> each.arn().equals(arn)));
        if (!gone) {
            throw new Refusal(404, "NotFound", "Subscription does not exist");
        }
        return "";
    }

    private String tags(String action, Map<String, String> form) {
        var tags = tagged(form.getOrDefault("ResourceArn", "")).tags;
        switch (action) {
            case "TagResource" -> tags.put(entries(form, "Tags.member.", ".Key", ".Value"));
            case "UntagResource" ->
                tags.remove(form.entrySet().stream()
                        .filter(each -> each.getKey().startsWith("TagKeys.member."))
                        .map(Map.Entry::getValue)
                        .toList());
            default -> {
                return "<Tags>"
                        + tags.all().entrySet().stream()
                                .map(each -> "<member>" + element("Key", each.getKey())
                                        + element("Value", each.getValue()) + "</member>")
                                .collect(Collectors.joining())
                        + "</Tags>";
            }
        }
        return "";
    }

    private static Map<String, String> entries(Map<String, String> form, String prefix, String key, String value) {
        var entries = new TreeMap<String, String>();
        for (int at = 1; form.containsKey(prefix + at + key); at++) {
            entries.put(form.getOrDefault(prefix + at + key, ""), form.getOrDefault(prefix + at + value, ""));
        }
        return entries;
    }

    private static void hold(boolean holds, String what) {
        if (!holds) {
            throw new Refusal(400, "InvalidParameter", "Invalid parameter: " + what);
        }
    }
}
