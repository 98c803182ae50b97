package io.belay.adapter.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.core.Severity;
import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.AlarmStore;
import io.belay.core.alarm.Budget;
import io.belay.core.alarm.Channel;
import io.belay.core.alarm.Composite;
import io.belay.core.alarm.Dashboard;
import io.belay.core.alarm.Id;
import io.belay.core.alarm.Kind;
import io.belay.core.alarm.Limit;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.MetricFilter;
import io.belay.core.alarm.Missing;
import io.belay.core.alarm.Receiver;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Retention;
import io.belay.core.alarm.Rule;
import io.belay.core.alarm.SavedQuery;
import io.belay.core.alarm.Signal;
import io.belay.core.alarm.Statistic;
import io.belay.core.alarm.Window;
import io.belay.core.settings.Text;
import io.belay.core.testkit.AlarmStoreContract;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of every kind: alarms on a metric, on what is computed, on a question, on a band, and on other alarms, and all that belongs to them. */
class CloudWatchStoreContractTest extends AlarmStoreContract {
    private static final Receiver ROLLBACK = new Receiver(
            "rollback", List.of(new Channel.Function("arn:aws:lambda:eu-west-1:123456789012:function:rollback:live")));

    private static final Receiver ONCALL = new Receiver(
            "oncall",
            List.of(
                    new Channel.Email(Text.of("oncall@example.com")),
                    new Channel.Sms(Text.of("+4915112345678")),
                    new Channel.Webhook(Text.of("https://hooks.example.com/secret?a=1&b=2")),
                    new Channel.Queue("arn:aws:sqs:eu-west-1:123456789012:alarms"),
                    new Channel.Topic("arn:aws:sns:eu-west-1:123456789012:theirs")));
    private static final Receiver MAIL = new Receiver("mail", List.of(new Channel.Email(Text.of("money@example.com"))));
    private static final String LOG = "/aws/lambda/serve";

    private final AwsServer server = AwsServer.start();
    private final AwsClients aws = Aws.clients(server);
    private final AwsClients others = Aws.clients(server);

    @BeforeEach
    void stands() {
        server.lambda().point("rollback", "live", server.lambda().publish("rollback"));
        server.logs().group(LOG);
    }

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
                ONCALL,
                ROLLBACK,
                MAIL,
                new Retention(LOG, Optional.of(45), false),
                new MetricFilter("refused", LOG, "\"JWT\"", "shop", "refused", "1", Optional.of(BigDecimal.ZERO)),
                new MetricFilter("slow logins", LOG, "{ $.ms > 500 }", "shop", "slow", "$.ms", Optional.empty()),
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
                        Optional.of(new Composite.Hush("odd", Duration.ofSeconds(60), Duration.ofSeconds(90)))),
                new Dashboard(
                        "shop",
                        List.of(
                                new Dashboard.Widget(
                                        "calls & \"errors\"",
                                        List.of(
                                                of(Signal.FUNCTION_ERRORS, Statistic.SUM),
                                                of(Signal.FUNCTION_ERROR_RATE, Statistic.SUM))),
                                new Dashboard.Widget(
                                        "latency", List.of(of(Signal.FUNCTION_DURATION, new Statistic("p99")))),
                                new Dashboard.Widget(
                                        "machines",
                                        List.of(new Measure.Query(
                                                "SELECT MAX(CPUUtilization) FROM SCHEMA(\"AWS/EC2\", InstanceId)"))))),
                new SavedQuery(
                        "shop/failures", List.of(LOG), "fields @timestamp, @message\n| filter level = 'ERROR'\n"),
                new Budget(
                        "month",
                        new BigDecimal("1000.00"),
                        "USD",
                        List.of(new BigDecimal("100"), new BigDecimal("300"), new BigDecimal("500.50")),
                        List.of(ONCALL, MAIL)),
                new Budget("silent", new BigDecimal("7"), "USD", List.of(), List.of()));
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
        var name = wanted.name();
        switch (wanted) {
            case Composite composite -> server.cloudWatch().composite(name, CloudWatchRule.written(composite.rule()));
            case AlarmSpec _ -> server.cloudWatch().metric(name, Map.of("FunctionName", "serve"));
            case Receiver _ -> server.sns().topic(name);
            case MetricFilter filter -> server.logs().filter(filter.log(), name, "theirs");
            case Dashboard _ ->
                server.cloudWatch()
                        .dashboard(
                                name, "{\"widgets\":[{\"type\":\"text\",\"properties\":{\"markdown\":\"theirs\"}}]}");
            case SavedQuery _ -> server.logs().query(name, "fields @timestamp");
            case Budget _ -> server.budgets().budget(name, "9");
            case Retention _ -> throw new IllegalArgumentException("nobody's: " + name);
        }
    }

    @Override
    protected void byHand(Id id) {
        var name = id.name();
        switch (id.kind()) {
            case ALARM, COMPOSITE -> server.cloudWatch().change(name, "ActionsEnabled", "false");
            case RECEIVER ->
                server.sns().subscribe("arn:aws:sns:eu-west-1:123456789012:" + name, "email", "stranger@example.com");
            case METRIC_FILTER -> server.logs().filter(LOG, name, "by hand");
            case DASHBOARD ->
                server.cloudWatch()
                        .dashboard(name, server.cloudWatch().dashboard(name).replace("timeSeries", "singleValue"));
            case SAVED_QUERY -> server.logs().edit(name, "ERROR", "WARN");
            case BUDGET -> server.budgets().limit(name, "9");
            case RETENTION -> server.logs().keep(name, 1);
        }
    }

    @Override
    protected int writes() {
        return server.writes().size();
    }

    @Test
    void everyKindIsAmongThem() {
        assertThat(wanted()).extracting(Resource::kind).contains(Kind.values());
    }
}
