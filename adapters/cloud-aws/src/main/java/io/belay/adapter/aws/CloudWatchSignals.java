package io.belay.adapter.aws;

import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Statistic;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which of CloudWatch's metrics tell a signal. The names are those of each service's own page in "AWS services that publish
 * CloudWatch metrics" of the CloudWatch User Guide. A rate is of sums, whatever statistic was asked for.
 */
final class CloudWatchSignals {
    private static final BigDecimal SAME = BigDecimal.ONE;

    /** Lambda tells its Duration in milliseconds. */
    private static final BigDecimal THOUSANDFOLD = BigDecimal.valueOf(1_000);

    /** "An alarm based on a metric math expression can have up to 10 metrics." */
    private static final List<String> TABLE_CALLS = List.of(
            "BatchGetItem",
            "BatchWriteItem",
            "DeleteItem",
            "GetItem",
            "PutItem",
            "Query",
            "Scan",
            "TransactGetItems",
            "TransactWriteItems",
            "UpdateItem");

    private CloudWatchSignals() {}

    /** What CloudWatch makes of a signal. */
    sealed interface Told {
        /**
         * By a measure of its own.
         *
         * @param factor of its unit in the signal's
         * @param proviso where it is measured only if something is switched on; empty where it always is
         */
        record By(Measure measure, BigDecimal factor, String proviso) implements Told {}

        /** By none, for {@code reason}. */
        record Not(String reason) implements Told {}
    }

    static Told of(Measure.Of wanted) {
        var statistic = wanted.statistic();
        var subject = wanted.subject();
        return switch (wanted.signal()) {
            case FUNCTION_ERRORS -> by(lambda("Errors", subject, statistic));
            case FUNCTION_ERROR_RATE ->
                by(new Measure.Maths(
                        "100 * errors / invocations",
                        sorted(Map.of(
                                "errors", lambda("Errors", subject, Statistic.SUM),
                                "invocations", lambda("Invocations", subject, Statistic.SUM)))));
            case FUNCTION_DURATION -> new Told.By(lambda("Duration", subject, statistic), THOUSANDFOLD, "");
            case FUNCTION_MEMORY ->
                new Told.By(
                        metric("LambdaInsights", "memory_utilization", "function_name function", subject, statistic),
                        SAME,
                        "it is measured where Lambda Insights is switched on for the function");
            case FUNCTION_CONCURRENCY ->
                new Told.Not(
                        "it counts the instances of a function, and not of how many: name the metric ConcurrentExecutions");
            case FUNCTION_THROTTLES -> by(lambda("Throttles", subject, statistic));
            case QUEUE_DEPTH ->
                by(metric("AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName queue", subject, statistic));
            case QUEUE_AGE ->
                by(metric("AWS/SQS", "ApproximateAgeOfOldestMessage", "QueueName queue", subject, statistic));
            case TABLE_THROTTLES ->
                by(new Measure.Maths(
                        "FILL(reads, 0) + FILL(writes, 0)",
                        sorted(Map.of(
                                "reads", table("ReadThrottleEvents", subject),
                                "writes", table("WriteThrottleEvents", subject)))));
            case TABLE_ERRORS -> by(tableErrors(subject));
            case BALANCER_ERROR_RATE ->
                by(new Measure.Maths(
                        "100 * (FILL(targets, 0) + FILL(balancer, 0)) / requests",
                        sorted(Map.of(
                                "targets", balancer("HTTPCode_Target_5XX_Count", subject, Statistic.SUM),
                                "balancer", balancer("HTTPCode_ELB_5XX_Count", subject, Statistic.SUM),
                                "requests", balancer("RequestCount", subject, Statistic.SUM)))));
            case BALANCER_LATENCY -> by(balancer("TargetResponseTime", subject, statistic));
            case BALANCER_SICK_HOSTS ->
                by(metric(
                        "AWS/ApplicationELB",
                        "UnHealthyHostCount",
                        "LoadBalancer balancer TargetGroup targets",
                        subject,
                        statistic));
            case SERVICE_CPU -> by(service("AWS/ECS", "CPUUtilization", subject, statistic));
            case SERVICE_MEMORY -> by(service("AWS/ECS", "MemoryUtilization", subject, statistic));
            case SERVICE_RUNNING ->
                new Told.By(
                        service("ECS/ContainerInsights", "RunningTaskCount", subject, statistic),
                        SAME,
                        "it is measured where Container Insights is switched on for the cluster");
            case DATABASE_CPU -> by(database("CPUUtilization", subject, statistic));
            case DATABASE_CONNECTIONS ->
                new Told.Not("it counts connections, and not of how many: name the metric DatabaseConnections");
            case DATABASE_FREE_STORAGE -> by(database("FreeStorageSpace", subject, statistic));
            case DATABASE_READ_LATENCY -> by(database("ReadLatency", subject, statistic));
            case CACHE_MEMORY -> by(cache("DatabaseMemoryUsagePercentage", subject, statistic));
            case CACHE_HIT_RATE -> by(cache("CacheHitRate", subject, statistic));
            case JOB_UP, JOB_ERROR_RATE, JOB_LATENCY, JOB_MEMORY, JOB_CPU ->
                new Told.Not("what Prometheus scrapes is not in CloudWatch");
        };
    }

    static Told by(Measure measure) {
        return new Told.By(measure, SAME, "");
    }

    private static Measure.Metric lambda(String name, SortedMap<String, String> subject, Statistic statistic) {
        return metric("AWS/Lambda", name, "FunctionName function", subject, statistic);
    }

    private static Measure.Metric table(String name, SortedMap<String, String> subject) {
        return metric("AWS/DynamoDB", name, "TableName table", subject, Statistic.SUM);
    }

    /** SystemErrors is told for each call of a table, and not for the table. */
    private static Measure tableErrors(SortedMap<String, String> subject) {
        var metrics = new TreeMap<String, Measure.Metric>();
        for (var call : TABLE_CALLS) {
            var dimensions = new TreeMap<>(table("SystemErrors", subject).dimensions());
            dimensions.put("Operation", call);
            metrics.put("of" + call, new Measure.Metric("AWS/DynamoDB", "SystemErrors", dimensions, Statistic.SUM));
        }
        return new Measure.Maths("SUM(METRICS())", metrics);
    }

    private static Measure.Metric balancer(String name, SortedMap<String, String> subject, Statistic statistic) {
        return metric("AWS/ApplicationELB", name, "LoadBalancer balancer", subject, statistic);
    }

    private static Measure.Metric service(
            String namespace, String name, SortedMap<String, String> subject, Statistic statistic) {
        return metric(namespace, name, "ClusterName cluster ServiceName service", subject, statistic);
    }

    private static Measure.Metric database(String name, SortedMap<String, String> subject, Statistic statistic) {
        return metric("AWS/RDS", name, "DBInstanceIdentifier database", subject, statistic);
    }

    private static Measure.Metric cache(String name, SortedMap<String, String> subject, Statistic statistic) {
        return metric("AWS/ElastiCache", name, "CacheClusterId cache", subject, statistic);
    }

    /** {@code names}: each dimension with what of the subject is its value, by turns. */
    private static Measure.Metric metric(
            String namespace, String name, String names, SortedMap<String, String> subject, Statistic statistic) {
        var words = names.split(" ", -1);
        var dimensions = new TreeMap<String, String>();
        for (int at = 0; at < words.length; at += 2) {
            dimensions.put(words[at], subject.getOrDefault(words[at + 1], ""));
        }
        return new Measure.Metric(namespace, name, dimensions, statistic);
    }

    private static SortedMap<String, Measure.Metric> sorted(Map<String, Measure.Metric> metrics) {
        return new TreeMap<>(metrics);
    }
}
