package io.belay.adapter.aws.testkit;

/**
 * A function that is invoked, since it is subscribed to a topic.
 *
 * @param endpoint the ARN that is subscribed
 * @param event what it is invoked with: "Invoking Lambda functions with Amazon SNS notifications" in the Lambda Developer Guide
 */
public record SnsRing(String endpoint, String event) {}
