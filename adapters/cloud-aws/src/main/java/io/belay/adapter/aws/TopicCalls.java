package io.belay.adapter.aws;

import io.belay.core.Absent;
import io.belay.core.Deadline;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sns.model.Subscription;
import software.amazon.awssdk.services.sns.model.Tag;

/** SNS's calls on topics as they should be, each once. */
record TopicCalls(AwsClients aws) {
    private static final String POLICY = "Policy";

    /** The ARNs of all topics. */
    List<String> all(Deadline deadline) throws InterruptedException {
        return Pages.all(
                "ListTopics",
                token -> AwsCall.ask(
                        deadline,
                        limits -> aws.sns()
                                .listTopics(request ->
                                        request.nextToken(token.orElse(null)).overrideConfiguration(limits))),
                answer -> Optional.ofNullable(answer.nextToken()),
                answer -> answer.topics().stream().map(each -> each.topicArn()).toList());
    }

    /** Empty where there is no such topic. */
    Optional<Map<String, String>> attributes(String arn, Deadline deadline) throws InterruptedException {
        return Absent.or(() -> AwsCall.ask(
                        deadline,
                        limits -> aws.sns()
                                .getTopicAttributes(
                                        request -> request.topicArn(arn).overrideConfiguration(limits)))
                .attributes());
    }

    List<Subscription> subscriptions(String arn, Deadline deadline) throws InterruptedException {
        return Pages.all(
                "ListSubscriptionsByTopic",
                token -> AwsCall.ask(
                        deadline,
                        limits -> aws.sns()
                                .listSubscriptionsByTopic(request -> request.topicArn(arn)
                                        .nextToken(token.orElse(null))
                                        .overrideConfiguration(limits))),
                answer -> Optional.ofNullable(answer.nextToken()),
                answer -> answer.subscriptions());
    }

    Map<String, String> tags(String arn, Deadline deadline) throws InterruptedException {
        return AwsCall.ask(
                        deadline,
                        limits -> aws.sns()
                                .listTagsForResource(
                                        request -> request.resourceArn(arn).overrideConfiguration(limits)))
                .tags()
                .stream()
                .collect(Collectors.toMap(Tag::key, Tag::value));
    }

    void create(String name, String policy, Map<String, String> tags, Deadline deadline) throws InterruptedException {
        AwsCall.ask(
                deadline,
                limits -> aws.sns()
                        .createTopic(request -> request.name(name)
                                .attributes(Map.of(POLICY, policy))
                                .tags(tags(tags))
                                .overrideConfiguration(limits)));
    }

    void policy(String arn, String policy, Deadline deadline) throws InterruptedException {
        AwsCall.ask(
                deadline,
                limits -> aws.sns()
                        .setTopicAttributes(request -> request.topicArn(arn)
                                .attributeName(POLICY)
                                .attributeValue(policy)
                                .overrideConfiguration(limits)));
    }

    void tag(String arn, Map<String, String> tags, Deadline deadline) throws InterruptedException {
        AwsCall.ask(
                deadline,
                limits -> aws.sns()
                        .tagResource(request ->
                                request.resourceArn(arn).tags(tags(tags)).overrideConfiguration(limits)));
    }

    void untag(String arn, Collection<String> keys, Deadline deadline) throws InterruptedException {
        AwsCall.ask(
                deadline,
                limits -> aws.sns()
                        .untagResource(request ->
                                request.resourceArn(arn).tagKeys(keys).overrideConfiguration(limits)));
    }

    private static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(each ->
                        Tag.builder().key(each.getKey()).value(each.getValue()).build())
                .toList();
    }

    void subscribe(String arn, TopicWay way, Deadline deadline) throws InterruptedException {
        AwsCall.ask(
                deadline,
                limits -> aws.sns()
                        .subscribe(request -> request.topicArn(arn)
                                .protocol(way.protocol())
                                .endpoint(way.endpoint())
                                .overrideConfiguration(limits)));
    }

    void unsubscribe(String subscription, Deadline deadline) throws InterruptedException {
        AwsCall.ask(
                deadline,
                limits -> aws.sns()
                        .unsubscribe(
                                request -> request.subscriptionArn(subscription).overrideConfiguration(limits)));
    }

    void delete(String arn, Deadline deadline) throws InterruptedException {
        AwsCall.ask(
                deadline,
                limits -> aws.sns().deleteTopic(request -> request.topicArn(arn).overrideConfiguration(limits)));
    }
}
