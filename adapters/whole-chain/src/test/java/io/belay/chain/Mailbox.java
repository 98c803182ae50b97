package io.belay.chain;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.databind.ObjectMapper;

/** A topic, the queue of its name that is subscribed to it, and what has come. */
final class Mailbox {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SqsClient sqs;
    private final String topic;
    private final String queue;
    private final List<Letter> come = new ArrayList<>();

    /** As SNS writes it into a queue. */
    record Letter(String subject, String text) {}

    Mailbox(Clients clients, String name) {
        sqs = clients.sqs();
        topic = clients.sns().createTopic(request -> request.name(name)).topicArn();
        queue = sqs.createQueue(request -> request.queueName(name)).queueUrl();
        subscribe(clients.sns(), "sqs", topic.replace(":sns:", ":sqs:"));
    }

    String topic() {
        return topic;
    }

    void subscribe(SnsClient sns, String protocol, String endpoint) {
        sns.subscribe(request -> request.topicArn(topic).protocol(protocol).endpoint(endpoint));
    }

    /** All that has come until now. */
    List<Letter> letters() {
        var received = received();
        while (!received.isEmpty()) {
            received.forEach(each -> come.add(read(each.body())));
            received = received();
        }
        return List.copyOf(come);
    }

    private List<Message> received() {
        return sqs.receiveMessage(request -> request.queueUrl(queue)
                        .maxNumberOfMessages(10)
                        .waitTimeSeconds(0)
                        .visibilityTimeout(600))
                .messages();
    }

    private static Letter read(String body) {
        var letter = JSON.readTree(body);
        return new Letter(
                letter.path("Subject").asString(""), letter.path("Message").asString(""));
    }
}
