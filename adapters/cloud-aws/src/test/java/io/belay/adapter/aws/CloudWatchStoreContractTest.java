package io.belay.adapter.aws;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.core.Severity;
import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.AlarmStore;
import io.belay.core.alarm.Channel;
import io.belay.core.alarm.Composite;
import io.belay.core.alarm.Id;
import io.belay.core.alarm.Limit;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Missing;
import io.belay.core.alarm.Receiver;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Rule;
import io.belay.core.alarm.Signal;
import io.belay.core.alarm.Statistic;
import io.belay.core.alarm.Window;
import io.belay.core.testkit.AlarmStoreContract;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;

/** On a metric, on what is computed, on a question, on a band, and on other alarms. */
class CloudWatchStoreContractTest extends AlarmStoreContract {
    private static final Receiver ROLLBACK = new Receiver(
            "rollback", List.of(new Channel.Function("arn:aws:lambda:eu-west-1:123456789012:function:rollback:live")));

    private final AwsServer server = AwsServer.start();
    private final AwsClients aws = Aws.clients(server);
    private final AwsClients others = Aws.clients(server);

    @AfterEach
    void close() {
        aws.close();
        others.close();
        server.close();
    }

    @Override
    protected AlarmStore store() {
        return new CloudWatchStore(aws, AwsServer.ACCOUNT);
    }

    @Override
    protected AlarmStore other() {
        return new CloudWatchStore(others, AwsServer.ACCOUNT);
    }

    @Override
    protected List<Resource> wanted() {
        return List.of(
                alarm("errors", of(Signal.FUNCTION_ERRORS, Statistic.SUM), Limit.Threshold.above("5.0")),
                alarm("latency", of(Signal.FUNCTION_DURATION, new Statistic("p99")), Limit.Threshold.above("0.35")),
                alarm("rate", of(Signal.FUNCTION_ERROR_RATE, Statistic.SUM), Limit.Threshold.above("1")),
                alarm(
                        "table",
                        Measure.Of.only(Signal.TABLE_ERRORS, "orders", Statistic.SUM),
                        Limit.Threshold.above("0")),
                alarm(
                        "asked",
                        new Measure.Query("SELECT MAX(CPUUtilization) FROM SCHEMA(\"AWS/EC2\", InstanceId)"),
                        Limit.Threshold.above("80")),
                alarm(
                        "odd",
                        new Measure.Metric("shop", "orders", new TreeMap<>(Map.of("shop", "a & b")), Statistic.AVERAGE),
                        new Limit.Band(new BigDecimal("2.0"), Limit.Side.OUTSIDE)),
                new Composite(
                        "any",
                        "",
                        new Rule.All(List.of(new Rule.Red("errors"), new Rule.Not(new Rule.Red("latency")))),
                        Severity.CRITICAL,
                        List.of(ROLLBACK),
                        false,
                        Optional.empty()),
                new Composite(
                        "quiet",
                        "tells <once>",
                        new Rule.Red("any"),
                        Severity.WARNING,
                        List.of(),
                        true,
                        Optional.of(new Composite.Hush("odd", Duration.ofSeconds(60), Duration.ofSeconds(90)))));
    }

    private static Measure of(Signal signal, Statistic statistic) {
        return Measure.Of.only(signal, "serve", statistic);
    }

    private static AlarmSpec alarm(String name, Measure measure, Limit limit) {
        return new AlarmSpec(
                name,
                name.equals("odd") ? "" : "look at " + name,
                measure,
                limit,
                new Window(Duration.ofSeconds(90), 3, 2),
                Missing.GREEN,
                Severity.CRITICAL,
                List.of(ROLLBACK),
                true,
                Optional.of(Duration.ofHours(1)));
    }

    @Override
    protected void foreign(Resource wanted) {
        switch (wanted) {
            case Composite composite ->
                server.cloudWatch().composite(composite.name(), CloudWatchRule.written(composite.rule()));
            default -> server.cloudWatch().metric(wanted.name(), Map.of("FunctionName", "serve"));
        }
    }

    @Override
    protected void byHand(Id id) {
        server.cloudWatch().change(id.name(), "ActionsEnabled", "false");
    }

    @Override
    protected int writes() {
        return server.writes().size();
    }
}
