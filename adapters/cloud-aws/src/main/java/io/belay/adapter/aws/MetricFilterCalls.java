package io.belay.adapter.aws;

import io.belay.core.Absent;
import io.belay.core.Deadline;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.MetricFilter;
import io.belay.core.alarm.Owner;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricTransformation;

/** The calls of CloudWatch Logs on metric filters, each once. */
record MetricFilterCalls(AwsClients aws, AwsAccount account) {
    private static final int PAGE = 50;

    /** Those of all log groups. */
    List<software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter> all(Deadline deadline)
            throws InterruptedException {
        return Pages.all(
                "DescribeMetricFilters",
                token -> AwsCall.ask(
                        deadline,
                        limits -> aws.logs()
                                .describeMetricFilters(request -> request.limit(PAGE)
                                        .nextToken(token.orElse(null))
                                        .overrideConfiguration(limits))),
                answer -> Optional.ofNullable(answer.nextToken()),
                answer -> answer.metricFilters());
    }

    /** That of one log group; empty where either is not there. */
    Optional<Canonical> named(String log, String name, Deadline deadline) throws InterruptedException {
        var there = Absent.or(() -> Pages.all(
                        "DescribeMetricFilters",
                        token -> AwsCall.ask(
                                deadline,
                                limits -> aws.logs()
                                        .describeMetricFilters(request -> request.logGroupName(log)
                                                .filterNamePrefix(name)
                                                .limit(PAGE)
                                                .nextToken(token.orElse(null))
                                                .overrideConfiguration(limits))),
                        answer -> Optional.ofNullable(answer.nextToken()),
                        answer -> answer.metricFilters()))
                .orElse(List.of())
                .stream()
                .filter(each -> each.filterName().equals(name))
                .findFirst();
        return there.isEmpty()
                ? Optional.empty()
                : Optional.of(MetricFilterForm.read(there.get(), tags(log, deadline)));
    }

    Map<String, String> tags(String log, Deadline deadline) throws InterruptedException {
        return AwsCall.ask(
                        deadline,
                        limits -> aws.logs()
                                .listTagsForResource(request -> request.resourceArn(account.logGroup(log))
                                        .overrideConfiguration(limits)))
                .tags();
    }

    void tag(String log, String name, Owner owner, Deadline deadline) throws InterruptedException {
        AwsCall.ask(
                deadline,
                limits -> aws.logs()
                        .tagResource(request -> request.resourceArn(account.logGroup(log))
                                .tags(Map.of(MetricFilterForm.TAG + name, owner.mark()))
                                .overrideConfiguration(limits)));
    }

    void untag(String log, String name, Deadline deadline) throws InterruptedException {
        AwsCall.ask(
                deadline,
                limits -> aws.logs()
                        .untagResource(request -> request.resourceArn(account.logGroup(log))
                                .tagKeys(MetricFilterForm.TAG + name)
                                .overrideConfiguration(limits)));
    }

    void put(MetricFilter filter, Deadline deadline) throws InterruptedException {
        var counts = MetricTransformation.builder()
                .metricNamespace(filter.namespace())
                .metricName(filter.metric())
                .metricValue(filter.value());
        filter.otherwise().map(BigDecimal::doubleValue).ifPresent(counts::defaultValue);
        AwsCall.ask(
                deadline,
                limits -> aws.logs()
                        .putMetricFilter(request -> request.logGroupName(filter.log())
                                .filterName(filter.name())
                                .filterPattern(filter.pattern())
                                .metricTransformations(counts.build())
                                .overrideConfiguration(limits)));
    }

    void delete(String log, String name, Deadline deadline) throws InterruptedException {
        AwsCall.ask(
                deadline,
                limits -> aws.logs()
                        .deleteMetricFilter(request ->
                                request.logGroupName(log).filterName(name).overrideConfiguration(limits)));
    }
}
