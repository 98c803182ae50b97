package io.belay.adapter.aliyun.alarms;

import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Statistic;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which of CloudMonitor's metrics tell a signal. The names are those of "Appendix 1: Metrics" of CloudMonitor and of "Monitoring
 * metrics" of Function Compute 3.0; whether a region knows one is asked before a rule is made of it ({@link Metas}).
 *
 * @param region that metrics of Function Compute and of queues name
 */
record Signals(String region) {
    private static final BigDecimal SAME = BigDecimal.ONE;

    /** Durations are told in milliseconds. */
    private static final BigDecimal THOUSANDFOLD = BigDecimal.valueOf(1_000);

    /** What CloudMonitor makes of a signal. */
    sealed interface Told {
        /**
         * By a measure of its own.
         *
         * @param factor of its unit in the signal's
         * @param proviso where it tells less, or only if something is switched on; empty where it always tells all
         */
        record By(Measure measure, BigDecimal factor, String proviso) implements Told {}

        /** By none, for {@code reason}. */
        record Not(String reason) implements Told {}
    }

    Told of(Measure.Of wanted) {
        var statistic = wanted.statistic();
        var subject = wanted.subject();
        return switch (wanted.signal()) {
            case FUNCTION_ERRORS -> by(function("FunctionFunctionErrors", subject, statistic));
            case FUNCTION_ERROR_RATE ->
                by(new Measure.Maths(
                        "100 * errors / calls",
                        new TreeMap<>(Map.of(
                                "errors", function("FunctionFunctionErrors", subject, Statistic.SUM),
                                "calls", function("FunctionTotalInvocations", subject, Statistic.SUM)))));
            case FUNCTION_DURATION -> duration(wanted);
            case FUNCTION_MEMORY ->
                new Told.By(
                        function("FunctionMaxMemoryUtilization", subject, Statistic.MAXIMUM),
                        SAME,
                        "it is measured where metrics of instances are switched on for the function (enableInstanceMetrics)");
            case FUNCTION_CONCURRENCY ->
                new Told.Not(
                        "it counts the instances of a function, and not of how many: watch function-throttles, or name the metric FunctionOndemandActiveInstance with four fifths of the function's limit");
            case FUNCTION_THROTTLES ->
                new Told.By(
                        function("FunctionConcurrencyThrottles", subject, statistic),
                        SAME,
                        "it counts calls beyond a limit (429), and not those for which the region had no room (503): name FunctionResourceThrottles for these");
            case QUEUE_DEPTH -> by(metric("acs_mns_new", "ActiveMessages", "queue queue", subject, statistic));
            case QUEUE_AGE -> new Told.Not("queues of MNS tell no age: watch queue-depth");
            case TABLE_THROTTLES, TABLE_ERRORS ->
                new Told.Not("it knows no tables of DynamoDB: name a metric of Tablestore");
            case BALANCER_ERROR_RATE ->
                by(new Measure.Maths(
                        "100 * errors / requests",
                        new TreeMap<>(Map.of(
                                "errors", balancer("LoadBalancerHTTPCode5XX", subject, Statistic.AVERAGE),
                                "requests", balancer("LoadBalancerQPS", subject, Statistic.AVERAGE)))));
            case BALANCER_LATENCY ->
                new Told.By(balancer("LoadBalancerUpstreamResponseTime", subject, statistic), THOUSANDFOLD, "");
            case BALANCER_SICK_HOSTS ->
                by(metric(
                        "acs_alb",
                        "ServerGroupUnHealthyHostCount",
                        "loadBalancerId balancer serverGroupId targets",
                        subject,
                        statistic));
            case SERVICE_CPU, SERVICE_MEMORY, SERVICE_RUNNING ->
                new Told.Not("it knows no services of a cluster: on ACK, Prometheus tells them");
            case DATABASE_CPU -> by(database("CpuUsage", subject, statistic));
            case DATABASE_CONNECTIONS -> by(database("ConnectionUsage", subject, statistic));
            case DATABASE_FREE_STORAGE ->
                new Told.Not("RDS tells what is used of its storage, in percent: name the metric DiskUsage");
            case DATABASE_READ_LATENCY -> new Told.Not("RDS tells no latency of reads");
            case CACHE_MEMORY -> by(cache("StandardMemoryUsage", subject, statistic));
            case CACHE_HIT_RATE -> by(cache("StandardHitRate", subject, statistic));
            case JOB_UP, JOB_ERROR_RATE, JOB_LATENCY, JOB_MEMORY, JOB_CPU ->
                new Told.Not("what Prometheus scrapes is not in CloudMonitor");
        };
    }

    /** Function Compute has a metric for each statistic of a duration. */
    private Told duration(Measure.Of wanted) {
        var name = switch (wanted.statistic().word()) {
            case "average" -> "FunctionAvgDuration";
            case "maximum" -> "FunctionMaxDuration";
            case "p90" -> "FunctionP90Duration";
            case "p99" -> "FunctionP99Duration";
            default -> "";
        };
        if (name.isEmpty()) {
            return new Told.Not("Function Compute tells the average, maximum, p90 and p99 of a duration, and no "
                    + wanted.statistic());
        }
        var statistic = wanted.statistic().equals(Statistic.AVERAGE) ? Statistic.AVERAGE : Statistic.MAXIMUM;
        return new Told.By(function(name, wanted.subject(), statistic), THOUSANDFOLD, "");
    }

    private static Told by(Measure measure) {
        return new Told.By(measure, SAME, "");
    }

    private Measure.Metric function(String name, SortedMap<String, String> subject, Statistic statistic) {
        return metric("acs_fc", name, "functionName function", subject, statistic);
    }

    private Measure.Metric balancer(String name, SortedMap<String, String> subject, Statistic statistic) {
        return metric("acs_alb", name, "loadBalancerId balancer", subject, statistic);
    }

    private Measure.Metric database(String name, SortedMap<String, String> subject, Statistic statistic) {
        return metric("acs_rds_dashboard", name, "instanceId database", subject, statistic);
    }

    private Measure.Metric cache(String name, SortedMap<String, String> subject, Statistic statistic) {
        return metric("acs_kvstore", name, "instanceId cache", subject, statistic);
    }

    /** {@code names}: each dimension with what of the subject is its value, by turns. */
    private Measure.Metric metric(
            String namespace, String name, String names, SortedMap<String, String> subject, Statistic statistic) {
        var words = names.split(" ", -1);
        var dimensions = new TreeMap<String, String>();
        for (int at = 0; at < words.length; at += 2) {
            dimensions.put(words[at], subject.getOrDefault(words[at + 1], ""));
        }
        if (namespace.equals("acs_fc") || namespace.equals("acs_mns_new")) {
            dimensions.put("region", region);
        }
        return new Measure.Metric(namespace, name, dimensions, statistic);
    }
}
