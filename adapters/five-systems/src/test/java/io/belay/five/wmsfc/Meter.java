package io.belay.five.wmsfc;

import io.belay.adapter.aliyun.testkit.CloudMonitorState;
import io.belay.core.testkit.TestingTime;
import io.belay.five.loopback.Call;
import io.belay.five.loopback.Desk;
import io.belay.five.loopback.Reply;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what the function was called for and what came of it, and tells CloudMonitor of it by the minute, as Function Compute does; a
 * rule on its errors turns by what the last five minutes held.
 */
final class Meter implements Desk {
    private static final String DIMENSIONS = "{\"functionName\":\"" + CommandCloud.FUNCTION + "\"}";
    private static final List<String> METRICS = List.of(
            "FunctionTotalInvocations",
            "FunctionFunctionErrors",
            "FunctionAvgDuration",
            "FunctionMaxMemoryUsage",
            "FunctionMaxMemoryUtilization",
            "FunctionMaxConcurrentRequests",
            "FunctionConcurrencyThrottles");

    private final CloudMonitorState monitor;
    private final TestingTime time;
    private final Desk service;
    private final LongAdder calls = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder took = new LongAdder();
    private final List<Long> errors = new ArrayList<>();

    Meter(CloudMonitorState monitor, TestingTime time, Desk service) {
        this.monitor = monitor;
        this.time = time;
        this.service = service;
        METRICS.forEach(each -> monitor.metric("acs_fc", each, "Value", "60,300"));
    }

    @Override
    public Reply answer(Call call) throws SQLException {
        var began = System.nanoTime();
        calls.increment();
        try {
            return service.answer(call);
        } catch (SQLException broken) {
            failed.increment();
            throw broken;
        } finally {
            took.add(System.nanoTime() - began);
        }
    }

    /** A minute goes by. */
    void minute() {
        var count = calls.sumThenReset();
        var average = Duration.ofNanos(took.sumThenReset()).toMillis() / Math.max(1, count);
        errors.add(failed.sumThenReset());
        var measured = Map.of(
                "FunctionTotalInvocations",
                count,
                "FunctionFunctionErrors",
                errors.getLast(),
                "FunctionAvgDuration",
                average,
                "FunctionMaxMemoryUsage",
                212L);
        measured.forEach((metric, value) ->
                monitor.measured(metric, DIMENSIONS, time.instant(), "Value", BigDecimal.valueOf(value)));
        time.advance(Duration.ofMinutes(1));
        monitor.rules().forEach(this::judge);
    }

    private void judge(String id, Map<String, String> rule) {
        if (!rule.getOrDefault("MetricName", "").equals("FunctionFunctionErrors")) {
            return;
        }
        var last = errors.subList(Math.max(0, errors.size() - 5), errors.size());
        var most = Long.parseLong(rule.getOrDefault("Escalations.Critical.Threshold", "0"));
        var red = last.stream().mapToLong(Long::longValue).sum() > most;
        monitor.turn(id, CommandCloud.FUNCTION, red ? "ALARM" : "OK");
    }
}
