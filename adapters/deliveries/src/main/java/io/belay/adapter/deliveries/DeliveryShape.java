package io.belay.adapter.deliveries;

import java.util.List;
import java.util.Optional;

/** A shape in which an alarm or a timer arrives, and its decoder. */
public enum DeliveryShape {
    /** CloudWatch calls the function itself. */
    CLOUDWATCH_ALARM("cloudwatch-alarm"),
    /** CloudWatch by SNS: Lambda's event, or SNS' own HTTPS call. */
    CLOUDWATCH_BY_SNS("cloudwatch-by-sns"),
    /** CloudWatch by EventBridge. */
    CLOUDWATCH_BY_EVENTBRIDGE("cloudwatch-by-eventbridge"),
    /** EventBridge Scheduler, or a scheduled rule of EventBridge. */
    AWS_SCHEDULE("aws-schedule"),
    /** Prometheus' Alertmanager, webhook version 4. */
    ALERTMANAGER("alertmanager"),
    /** CloudMonitor's callback, a form. */
    CLOUDMONITOR_CALLBACK("cloudmonitor-callback"),
    /** CloudMonitor by a topic of MNS: XML, JSON or the bare message. */
    CLOUDMONITOR_BY_MNS_TOPIC("cloudmonitor-by-mns-topic"),
    /** CloudMonitor by a queue of MNS, a list. */
    CLOUDMONITOR_BY_MNS_QUEUE("cloudmonitor-by-mns-queue"),
    /** CloudMonitor by Alibaba's EventBridge, one event or a list of them. */
    CLOUDMONITOR_BY_EVENTBRIDGE("cloudmonitor-by-eventbridge"),
    /** FC's timer. */
    FC_TIMER("fc-timer"),
    /** The record of an asynchronous invocation of Lambda, as a destination gets it. */
    LAMBDA_DESTINATION("lambda-destination"),
    /** The same of Function Compute. */
    FC_DESTINATION("fc-destination");

    private final String word;

    DeliveryShape(String word) {
        this.word = word;
    }

    /** Its word in settings and reports. */
    public String word() {
        return word;
    }

    /** What {@code body}, which is known to be of this shape, holds: one answer or more, and never an exception. */
    public List<Delivery> read(byte[] body) {
        try {
            return read(Body.of(body), Optional.empty());
        } catch (NotRead wrong) {
            return List.of(wrong.refused());
        }
    }

    List<Delivery> read(Body body, Optional<Self> self) {
        var answers = switch (this) {
            case CLOUDWATCH_ALARM -> CloudWatch.invoked(body);
            case CLOUDWATCH_BY_SNS -> Sns.read(body);
            case CLOUDWATCH_BY_EVENTBRIDGE -> CloudWatch.event(body);
            case AWS_SCHEDULE -> Timers.schedule(body);
            case ALERTMANAGER -> Alertmanager.read(body);
            case CLOUDMONITOR_CALLBACK -> CloudMonitor.callback(body);
            case CLOUDMONITOR_BY_MNS_TOPIC -> Mns.topic(body);
            case CLOUDMONITOR_BY_MNS_QUEUE -> Mns.queue(body);
            case CLOUDMONITOR_BY_EVENTBRIDGE -> Mns.event(body);
            case FC_TIMER -> Timers.trigger(body);
            case LAMBDA_DESTINATION -> Destination.ofLambda(body, self);
            case FC_DESTINATION -> Destination.ofFunctionCompute(body, self);
        };
        return List.copyOf(answers);
    }

    /** Whether {@code body} bears what no other shape's does. */
    boolean marks(Body body) {
        return switch (this) {
            case CLOUDWATCH_ALARM -> body.has("alarmData");
            case CLOUDWATCH_BY_SNS -> body.has("Records") || body.has("Type", "TopicArn");
            case CLOUDWATCH_BY_EVENTBRIDGE -> body.has("detail-type") && body.says("source", "aws.cloudwatch");
            case AWS_SCHEDULE -> body.has("sweep") || body.says("detail-type", "Scheduled Event");
            case ALERTMANAGER -> body.has("groupKey", "alerts");
            case CLOUDMONITOR_CALLBACK -> body.json().isEmpty() && ("&" + body.text()).contains("&alertState=");
            case CLOUDMONITOR_BY_MNS_TOPIC ->
                body.isXml() || body.has("TopicName", "Message") || body.has("ruleId", "curLevel");
            case CLOUDMONITOR_BY_MNS_QUEUE -> body.isList() && isOfQueue(body);
            case CLOUDMONITOR_BY_EVENTBRIDGE -> body.hasFirst("specversion", "data") && body.says("source", "acs.cms");
            case FC_TIMER -> body.has("triggerName", "triggerTime");
            case LAMBDA_DESTINATION -> body.isOfFunction("arn:");
            case FC_DESTINATION -> body.isOfFunction("acs:fc:");
        };
    }

    /** As CloudEvents or raw: objects with the message's text, that text itself, or the alert that it is. */
    private static boolean isOfQueue(Body body) {
        return body.says("type", "mns:Queue:SendMessage")
                || body.hasFirst("messageBody")
                || body.hasFirst("ruleId", "curLevel")
                || body.beginsWithText();
    }
}
