package io.belay.adapter.deliveries;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A body as its sender writes it; {@code SOURCES.txt} beside it says where it is from. */
enum Fixture {
    METRIC(DeliveryShape.CLOUDWATCH_ALARM, "cloudwatch-alarm-metric.json"),
    COMPOSITE(DeliveryShape.CLOUDWATCH_ALARM, "cloudwatch-alarm-composite.json"),
    SNS(DeliveryShape.CLOUDWATCH_BY_SNS, "cloudwatch-by-sns.json"),
    SNS_THREE(DeliveryShape.CLOUDWATCH_BY_SNS, "cloudwatch-by-sns-three-records.json"),
    SNS_CONFIRMATION(DeliveryShape.CLOUDWATCH_BY_SNS, "sns-subscription-confirmation.json"),
    EVENTBRIDGE(DeliveryShape.CLOUDWATCH_BY_EVENTBRIDGE, "cloudwatch-by-eventbridge.json"),
    SCHEDULE_RULE(DeliveryShape.AWS_SCHEDULE, "aws-schedule-rule.json"),
    SCHEDULE_DEFAULT(DeliveryShape.AWS_SCHEDULE, "aws-schedule-default-input.json"),
    SCHEDULE_OWN(DeliveryShape.AWS_SCHEDULE, "aws-schedule-own-input.json"),
    FIRING(DeliveryShape.ALERTMANAGER, "alertmanager-firing.json"),
    RESOLVED(DeliveryShape.ALERTMANAGER, "alertmanager-resolved.json"),
    CALLBACK(DeliveryShape.CLOUDMONITOR_CALLBACK, "cloudmonitor-callback.form"),
    CALLBACK_OK(DeliveryShape.CLOUDMONITOR_CALLBACK, "cloudmonitor-callback-ok.form"),
    CALLBACK_HELP(DeliveryShape.CLOUDMONITOR_CALLBACK, "cloudmonitor-callback-help.form"),
    TOPIC(DeliveryShape.CLOUDMONITOR_BY_MNS_TOPIC, "cloudmonitor-by-mns-topic.json"),
    TOPIC_XML(DeliveryShape.CLOUDMONITOR_BY_MNS_TOPIC, "cloudmonitor-by-mns-topic.xml"),
    TOPIC_SIMPLIFIED(DeliveryShape.CLOUDMONITOR_BY_MNS_TOPIC, "cloudmonitor-by-mns-topic-simplified.json"),
    QUEUE(DeliveryShape.CLOUDMONITOR_BY_MNS_QUEUE, "cloudmonitor-by-mns-queue.json"),
    QUEUE_RAW(DeliveryShape.CLOUDMONITOR_BY_MNS_QUEUE, "cloudmonitor-by-mns-queue-raw.json"),
    ALIBABA_EVENT(DeliveryShape.CLOUDMONITOR_BY_EVENTBRIDGE, "cloudmonitor-by-eventbridge.json"),
    TIMER(DeliveryShape.FC_TIMER, "fc-timer.json"),
    TIMER_SWEEP(DeliveryShape.FC_TIMER, "fc-timer-sweep.json"),
    LAMBDA_DESTINATION(DeliveryShape.LAMBDA_DESTINATION, "lambda-destination.json"),
    LAMBDA_DESTINATION_ALARM(DeliveryShape.LAMBDA_DESTINATION, "lambda-destination-alarm.json"),
    FC_DESTINATION(DeliveryShape.FC_DESTINATION, "fc-destination.json"),
    FC_DESTINATION_ALARM(DeliveryShape.FC_DESTINATION, "fc-destination-alarm.json");

    private final DeliveryShape shape;
    private final String file;

    Fixture(DeliveryShape shape, String file) {
        this.shape = shape;
        this.file = file;
    }

    DeliveryShape shape() {
        return shape;
    }

    String file() {
        return file;
    }

    byte[] bytes() {
        try (var stream = requireNonNull(Fixture.class.getResourceAsStream(file), file)) {
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
