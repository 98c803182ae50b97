package io.belay.adapter.aws.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

/**
 * Standard queues of SQS, over JSON 1.0, as in the SQS API Reference.
 *
 * <ul>
 *   <li>CreateQueue of a queue that is there gives its URL.
 *   <li>ReceiveMessage gives one message, and 10 at the most where more are asked for; with its MD5, which the SDK compares.
 *   <li>A message that was received is in flight. Nobody's visibility timeout runs out here: it is not given again.
 * </ul>
 */
public final class SqsControl implements Control {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}");
    private static final int MOST = 10;

    private final Map<String, Queue<Message>> queues = new ConcurrentHashMap<>();

    SqsControl() {}

    private record Message(String id, String body) {}

    /** Puts {@code body} into the queue with that ARN; into none where there is none. */
    void send(String arn, String body) {
        Optional.ofNullable(queues.get(arn.substring(arn.lastIndexOf(':') + 1)))
                .ifPresent(queue -> queue.add(new Message(UUID.randomUUID().toString(), body)));
    }

    @Override
    public String action(Asked asked) {
        return asked.operation();
    }

    @Override
    public Answer answer(String action, Asked asked) {
        var body = asked.json();
        return switch (action) {
            case "CreateQueue" -> create(body.path("QueueName").asString(""));
            case "ReceiveMessage" ->
                receive(
                        body.path("QueueUrl").asString(""),
                        body.path("MaxNumberOfMessages").asInt(1));
            default -> throw new Refusal(400, "com.amazonaws.sqs#UnsupportedOperation", action);
        };
    }

    @Override
    public Answer refused(Refusal refusal) {
        return JsonRefusals.of(refusal);
    }

    private Answer create(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new Refusal(
                    400,
                    "com.amazonaws.sqs#InvalidParameterValue",
                    "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
        }
        queues.putIfAbsent(name, new ConcurrentLinkedQueue<>());
        return Answer.json10(Map.of(
                "QueueUrl", "https://sqs." + AwsServer.REGION + ".amazonaws.com/" + AwsServer.ACCOUNT + "/" + name));
    }

    private Answer receive(String url, int most) {
        var queue = Optional.ofNullable(queues.get(url.substring(url.lastIndexOf('/') + 1)))
                .orElseThrow(() ->
                        new Refusal(400, "com.amazonaws.sqs#QueueDoesNotExist", "The specified queue does not exist."));
        if (most < 1 || most > MOST) {
            throw new Refusal(
                    400,
                    "com.amazonaws.sqs#InvalidParameterValue",
                    "MaxNumberOfMessages must be between 1 and 10, if provided.");
        }
        var received = new ArrayList<Map<String, String>>();
        for (var message = Optional.ofNullable(queue.poll()); message.isPresent(); ) {
            received.add(shown(message.get()));
            message = received.size() < most ? Optional.ofNullable(queue.poll()) : Optional.empty();
        }
        return Answer.json10(Map.of("Messages", List.copyOf(received)));
    }

    private static Map<String, String> shown(Message message) {
        return Map.of(
                "MessageId", message.id(),
                "ReceiptHandle", "received-" + message.id(),
                "MD5OfBody", md5(message.body()),
                "Body", message.body());
    }

    private static String md5(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
