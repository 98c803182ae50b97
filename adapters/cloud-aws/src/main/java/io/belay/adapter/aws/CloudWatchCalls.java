package io.belay.adapter.aws;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.alarm.Held;
import io.belay.core.alarm.Owner;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.PutCompositeAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** CloudWatch's calls on alarms as they should be, each once. */
record CloudWatchCalls(AwsClients aws) {
    /** Without them, "only metric alarms are returned". */
    private static final AlarmType[] BOTH = {AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM};

    /** MaxRecords and AlarmNames of DescribeAlarms: "maximum value of 100", "maximum number of 100 items". */
    private static final int PAGE = 100;

    List<Held> all(Deadline deadline) throws InterruptedException {
        return Pages.all(
                "DescribeAlarms",
                token -> AwsCall.ask(
                        deadline,
                        limits -> aws.cloudWatch()
                                .describeAlarms(request -> request.alarmTypes(BOTH)
                                        .maxRecords(PAGE)
                                        .nextToken(token.orElse(null))
                                        .overrideConfiguration(limits))),
                answer -> Optional.ofNullable(answer.nextToken()),
                answer -> held(answer).toList());
    }

    /** Those of {@code names} that are there, by name. */
    Map<String, Held> named(Collection<String> names, Deadline deadline) throws InterruptedException {
        var found = new HashMap<String, Held>();
        var asked = List.copyOf(names);
        for (int from = 0; from < asked.size(); from += PAGE) {
            var some = asked.subList(from, Math.min(asked.size(), from + PAGE));
            var answer = AwsCall.ask(
                    deadline,
                    limits -> aws.cloudWatch()
                            .describeAlarms(request -> request.alarmNames(some)
                                    .alarmTypes(BOTH)
                                    .maxRecords(PAGE)
                                    .overrideConfiguration(limits)));
            held(answer).forEach(each -> found.put(each.form().id().name(), each));
        }
        return found;
    }

    private static Stream<Held> held(DescribeAlarmsResponse answer) {
        return Stream.concat(
                answer.metricAlarms().stream().map(CloudWatchReading::held),
                answer.compositeAlarms().stream().map(CloudWatchReading::held));
    }

    void put(PutMetricAlarmRequest.Builder request, Deadline deadline) throws InterruptedException {
        AwsCall.ask(
                deadline,
                limits -> aws.cloudWatch()
                        .putMetricAlarm(request.overrideConfiguration(limits).build()));
    }

    void put(PutCompositeAlarmRequest.Builder request, Deadline deadline) throws InterruptedException {
        AwsCall.ask(
                deadline,
                limits -> aws.cloudWatch()
                        .putCompositeAlarm(request.overrideConfiguration(limits).build()));
    }

    void delete(List<String> names, Deadline deadline) throws InterruptedException {
        AwsCall.ask(
                deadline,
                limits -> aws.cloudWatch()
                        .deleteAlarms(request -> request.alarmNames(names).overrideConfiguration(limits)));
    }

    /** By the ARN that CloudWatch tells for it. */
    void tag(String name, Owner owner, Deadline deadline) throws InterruptedException {
        var answer = AwsCall.ask(
                deadline,
                limits -> aws.cloudWatch()
                        .describeAlarms(request ->
                                request.alarmNames(name).alarmTypes(BOTH).overrideConfiguration(limits)));
        var arn = Stream.concat(
                        answer.metricAlarms().stream().map(each -> each.alarmArn()),
                        answer.compositeAlarms().stream().map(each -> each.alarmArn()))
                .findFirst()
                .orElseThrow(() -> new PortException(new Fault(Fault.Kind.NOT_FOUND, "no alarm " + name)));
        AwsCall.ask(
                deadline,
                limits -> aws.cloudWatch()
                        .tagResource(request -> request.resourceARN(arn)
                                .tags(CloudWatchWriting.tag(owner))
                                .overrideConfiguration(limits)));
    }
}
