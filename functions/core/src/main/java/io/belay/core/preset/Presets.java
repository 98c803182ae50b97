package io.belay.core.preset;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The presets there are. Thresholds are those of five deployment checklists: 000 WMS command service, 001 Bailian, 002 UVIS GPS, 003
 * WMS composition, 004 ServeML; {@code usual} where none of them says one.
 */
public final class Presets {
    /** Name, signal, statistic, comparison, bound, breaching x period, no data, severity, where it comes from. */
    private static final String TABLE = """
            alb: a load balancer and what stands behind it
            error-rate   balancer-error-rate   average > 1    3 x 60s  green   critical 004: high error rate alarm (>1%)
            latency-p95  balancer-latency      p95     > 0.5  3 x 60s  green   warning  004: p95 latency < 500ms
            latency-p99  balancer-latency      p99     > 1    3 x 60s  green   critical 004: high latency alarm (>1s), p99 latency < 1s
            alb-targets: the hosts of one target group
            sick-hosts   balancer-sick-hosts   maximum > 0    3 x 60s  red     critical 002: load balancer targets healthy
            dlq: a dead letter queue
            letters      queue-depth           maximum > 0    1 x 60s  green   warning  004: dead letter queues set up; usual: any letter
            dynamodb-table: a table of DynamoDB
            throttles    table-throttles       sum     > 0    3 x 60s  green   critical 004: DynamoDB throttling alarm; usual: any
            errors       table-errors          sum     > 0    3 x 60s  green   warning  usual: any
            ecs-service: a service of ECS
            cpu          service-cpu           average > 70   5 x 60s  unknown warning  002: CPU usage < 70%
            memory       service-memory        average > 80   5 x 60s  unknown warning  002: memory usage < 80%
            running      service-running       minimum < 1    3 x 60s  red     critical 002: tasks running successfully
            fc: a function of Function Compute
            errors       function-errors       sum     > 5    1 x 5m   green   critical 000: error rate alarm (threshold: > 5 errors in 5 min)
            duration     function-duration     average > 10   1 x 5m   green   warning  000: high latency alarm (threshold: avg duration > 10s)
            memory       function-memory       maximum > 80   1 x 5m   green   warning  000: memory pressure alarm (threshold: > 80%)
            concurrency  function-concurrency  maximum > 80   5 x 60s  green   warning  000: concurrent execution alarm (threshold: > 80% of max)
            throttles    function-throttles    sum     > 0    3 x 60s  green   warning  usual: any
            lambda: a function of Lambda
            failures     function-errors       sum     > 0    3 x 60s  green   warning  004: Lambda failures alarm; usual: any, three minutes on
            error-rate   function-error-rate   average > 1    3 x 60s  green   critical 004: high error rate alarm (>1%)
            duration     function-duration     p99     > 1    3 x 60s  green   critical 004: high latency alarm (>1s), p99 latency < 1s
            throttles    function-throttles    sum     > 0    3 x 60s  green   warning  usual: any
            concurrency  function-concurrency  maximum > 80   5 x 60s  green   warning  000: concurrent execution alarm (threshold: > 80% of max)
            prometheus-job: a job that Prometheus scrapes
            up           job-up                minimum < 1    3 x 60s  red     critical 002: all targets UP; 003: no target whose health is not up
            error-rate   job-error-rate        average > 0.1  5 x 60s  green   critical 002: check error rates (should be < 0.1%)
            latency-p95  job-latency           p95     > 0.2  5 x 60s  green   warning  002: API response time p95 < 200ms
            latency-p99  job-latency           p99     > 0.5  5 x 60s  green   warning  002: API response time p99 < 500ms
            memory       job-memory            average > 80   5 x 60s  unknown warning  002: memory usage < 80%
            cpu          job-cpu               average > 70   5 x 60s  unknown warning  002: CPU usage < 70%
            rds: a database of RDS
            cpu          database-cpu          average > 70   5 x 60s  unknown warning  002: CPU usage < 70%
            read-latency database-read-latency p95     > 0.05 5 x 60s  unknown warning  002: database query time p95 < 50ms
            connections  database-connections  maximum > 80   5 x 60s  unknown warning  usual: 80% of what it may have
            free-storage database-free-storage minimum < 5368709120 1 x 5m unknown critical usual: 5 GiB
            redis: a cache
            memory       cache-memory          average > 80   5 x 60s  unknown warning  002: memory usage < 80%
            hit-rate     cache-hit-rate        average < 80   3 x 5m   unknown warning  002: cache hit rate > 80%
            """;

    /** All of them, by name. */
    public static final List<Preset> ALL = PresetTable.read(TABLE);

    /** The budget of a month in US dollars, where the system file gives none. From 004: budget alarm ($1000/month). */
    public static final BigDecimal BUDGET = new BigDecimal(1000);

    /** At which costs somebody is told. From 002: cost alerts ($100, $300, $500); the last is the budget's own. */
    public static final List<BigDecimal> BUDGET_MARKS =
            List.of(new BigDecimal(100), new BigDecimal(300), new BigDecimal(500), BUDGET);

    /** How many days a log is kept. From 000: log retention set to 30 days. */
    public static final int RETENTION_DAYS = 30;

    private Presets() {}

    /** The preset of that name. */
    public static Optional<Preset> find(String name) {
        return ALL.stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
