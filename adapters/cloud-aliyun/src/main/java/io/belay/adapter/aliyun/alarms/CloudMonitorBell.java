package io.belay.adapter.aliyun.alarms;

import static java.util.Objects.requireNonNull;

import io.belay.adapter.aliyun.acs.AcsClient;
import io.belay.adapter.aliyun.acs.Ask;
import io.belay.adapter.aliyun.cloudmonitor.CloudMonitorAlarms;
import io.belay.adapter.aliyun.http.Json;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.alarm.AlarmBell;
import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.alarm.DrillMark;
import io.belay.core.alarm.Limit;
import io.belay.core.alarm.Measure;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Rings a rule that watches a metric of one's own, by a value that crosses its threshold (PutCustomMetric).
 *
 * <p>CloudMonitor lets nobody set a rule's state, and keeps no reason for it: a rule on a metric of the cloud's own cannot be rung, and
 * the mark stands nowhere, so that only the marked test alarm can be drilled here. Such a rule is made once by a person ("Custom
 * monitoring" of CloudMonitor), with one period before it turns red: {@link CloudMonitorStore} makes none.
 */
public final class CloudMonitorBell implements AlarmBell {
    /** Under which the metrics of one's own stand: {@code acs_customMetric_1234567890123456}. */
    private static final String OWN = "acs_customMetric";

    /** A drill is over sooner than that: what turned red since was rung already. */
    private static final Duration RECENT = Duration.ofMinutes(30);

    private final AcsClient client;
    private final CloudMonitorAlarms alarms;
    private final RuleCalls calls;

    /** Rings rules of {@code client}, which was made for CloudMonitor. */
    public CloudMonitorBell(AcsClient client) {
        this.client = requireNonNull(client, "client");
        this.alarms = new CloudMonitorAlarms(client);
        this.calls = new RuleCalls(client);
    }

    @Override
    public void ring(String alarm, DrillMark mark, Deadline deadline) throws InterruptedException {
        var bell = bell(alarm, deadline);
        if (alarms.read(alarm, deadline).colour() != Colour.RED && !rung(alarm, deadline)) {
            put(bell, crossing(bell.limit()), deadline);
        }
    }

    private boolean rung(String alarm, Deadline deadline) throws InterruptedException {
        var from = deadline.time().instant().minus(RECENT);
        return alarms.history(alarm, from, deadline).stream().anyMatch(each -> each.colour() == Colour.RED);
    }

    @Override
    public void reset(String alarm, DrillMark mark, Deadline deadline) throws InterruptedException {
        var bell = bell(alarm, deadline);
        if (alarms.read(alarm, deadline).colour() == Colour.RED) {
            put(bell, calm(bell.limit()), deadline);
        }
    }

    private record Bell(Measure.Metric metric, Limit.Threshold limit, String group, String dimensions) {}

    private Bell bell(String alarm, Deadline deadline) throws InterruptedException {
        var byId = calls.byId(List.of(alarm), deadline);
        var found = byId.isEmpty() ? calls.byName(alarm, deadline) : byId;
        if (found.isEmpty()) {
            throw new PortException(new Fault(
                    Fault.Kind.NOT_FOUND, "CMS DescribeMetricRuleList: no rule has the id or the name " + alarm));
        }
        var rule = found.getFirst();
        if (new RuleReading(rule).form().resource() instanceof AlarmSpec spec
                && spec.measure() instanceof Measure.Metric metric
                && spec.limit() instanceof Limit.Threshold limit
                && metric.namespace().startsWith(OWN)
                && spec.window().evaluations() == 1) {
            var named = metric.dimensions();
            return new Bell(
                    metric,
                    limit,
                    Optional.ofNullable(named.get("groupId")).orElse("0"),
                    dimensions(Optional.ofNullable(named.get("dimension")).orElse("")));
        }
        throw new PortException(new Fault(
                Fault.Kind.REJECTED,
                alarm + " cannot be rung: name a rule on a metric of your own that turns red after one period"));
    }

    /** A rule names the dimensions of such a metric {@code instanceId=i-1,ip=10.0.0.1}, and a value in JSON. */
    private static String dimensions(String named) {
        var dimensions = new TreeMap<String, String>();
        for (var part : named.split("[,&]", -1)) {
            var pair = part.split("=", 2);
            if (pair.length == 2) {
                dimensions.put(pair[0], pair[1]);
            }
        }
        return Json.write(dimensions);
    }

    private static BigDecimal crossing(Limit.Threshold limit) {
        return switch (limit.comparison()) {
            case ABOVE -> limit.bound().add(BigDecimal.ONE);
            case BELOW -> limit.bound().subtract(BigDecimal.ONE);
            case AT_LEAST, AT_MOST -> limit.bound();
        };
    }

    private static BigDecimal calm(Limit.Threshold limit) {
        return switch (limit.comparison()) {
            case ABOVE, BELOW -> limit.bound();
            case AT_LEAST -> limit.bound().subtract(BigDecimal.ONE);
            case AT_MOST -> limit.bound().add(BigDecimal.ONE);
        };
    }

    private void put(Bell bell, BigDecimal value, Deadline deadline) throws InterruptedException {
        client.ask(
                Ask.call(
                        "PutCustomMetric",
                        Map.of(
                                "MetricList.1.GroupId", bell.group(),
                                "MetricList.1.MetricName", bell.metric().name(),
                                "MetricList.1.Dimensions", bell.dimensions(),
                                "MetricList.1.Time",
                                        Long.toString(deadline.time().instant().toEpochMilli()),
                                "MetricList.1.Type", "0",
                                "MetricList.1.Values", Json.write(Map.of("value", value)))),
                deadline);
    }
}
