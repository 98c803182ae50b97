package io.belay.adapter.aliyun.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.aliyun.Cloud;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.core.Severity;
import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.Budget;
import io.belay.core.alarm.Channel;
import io.belay.core.alarm.Composite;
import io.belay.core.alarm.Gap;
import io.belay.core.alarm.Limit;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.MetricFilter;
import io.belay.core.alarm.Missing;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Receiver;
import io.belay.core.alarm.Rendering;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Rule;
import io.belay.core.alarm.Signal;
import io.belay.core.alarm.Statistic;
import io.belay.core.alarm.Window;
import io.belay.core.settings.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What CloudMonitor cannot express is said, with what it can. */
class GapsTest {
    private static final Owner OWNER = new Owner("shop", "prod");

    private final AliyunCloud cloud = new AliyunCloud(InstantSource.system());

    @BeforeEach
    void stands() {
        Site.metrics(cloud);
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private Rendering last(Resource... wanted) throws InterruptedException {
        return new CloudMonitorStore(Cloud.monitor(cloud), Site.REGION, Site.reach(cloud))
                .canonical(OWNER, List.of(wanted), Cloud.soon(InstantSource.system()))
                .getLast();
    }

    private static AlarmSpec of(Measure measure, Limit limit, Window window, Missing missing, boolean recovery) {
        return new AlarmSpec(
                "one",
                "",
                measure,
                limit,
                window,
                missing,
                Severity.WARNING,
                List.of(Site.MAIL),
                recovery,
                Optional.empty());
    }

    private static AlarmSpec of(Measure measure) {
        return of(measure, Limit.Threshold.above("5"), Window.of(Duration.ofMinutes(1), 1), Missing.GREEN, true);
    }

    @Test
    void aStatisticThatAMetricHasNotIsToldWithThoseItHas() throws InterruptedException {
        var rendering = last(of(Site.metric("FunctionP99Duration", new Statistic("p95"))));

        assertThat(rendering.form()).isEmpty();
        assertThat(rendering.gaps())
                .extracting(Gap::reason)
                .containsExactly("of FunctionP99Duration CloudMonitor tells Average, Maximum, and no p95");
    }

    @Test
    void aMetricThatThereIsNotIsTold() throws InterruptedException {
        assertThat(last(of(Site.metric("FunctionErors", Statistic.SUM))).gaps())
                .extracting(Gap::reason)
                .containsExactly("CloudMonitor knows no metric FunctionErors of acs_fc");
    }

    @Test
    void aMetricThatHasOneValueAloneIsReadByIt() throws InterruptedException {
        var rendering = last(of(Measure.Of.only(Signal.FUNCTION_MEMORY, "serve", Statistic.MAXIMUM)));

        assertThat(rendering.form().orElseThrow().fields().text("measure").orElseThrow())
                .startsWith("Value of acs_fc FunctionMaxMemoryUtilization");
        assertThat(rendering.gaps()).hasSize(2);
    }

    @Test
    void durationsAreInMillisecondsAndHaveAMetricForEachStatistic() throws InterruptedException {
        var form = last(of(Measure.Of.only(Signal.FUNCTION_DURATION, "serve", new Statistic("p99"))))
                .form()
                .orElseThrow();

        assertThat(form.fields().text("threshold")).contains("> 5000");
        assertThat(form.fields().text("measure").orElseThrow()).contains("FunctionP99Duration");
        assertThat(last(of(Measure.Of.only(Signal.FUNCTION_DURATION, "serve", new Statistic("p95"))))
                        .form())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Signal.class)
    void everySignalHasAFormOrAReason(Signal signal) throws InterruptedException {
        var subject = new TreeMap<String, String>();
        signal.subject().forEach(each -> subject.put(each, "x"));

        var rendering = last(of(new Measure.Of(signal, subject, Statistic.AVERAGE)));

        assertThat(rendering.form().isPresent() || !rendering.gaps().isEmpty()).isTrue();
    }

    @Test
    void whatAWindowCannotBeIsMadeLikeIt() throws InterruptedException {
        var rendering = last(of(
                Site.metric("FunctionFunctionErrors", Statistic.SUM),
                Limit.Threshold.above("5"),
                new Window(Duration.ofSeconds(90), 5, 3),
                Missing.RED,
                false));

        assertThat(rendering.gaps())
                .extracting(Gap::field)
                .containsExactly("period", "evaluations", "missing data", "recovery");
        var fields = rendering.form().orElseThrow().fields();
        assertThat(fields.text("period")).contains("5m");
        assertThat(fields.text("evaluations")).contains("3 of 3");
        assertThat(fields.text("missing data")).contains("unknown");
        assertThat(fields.text("severity")).contains("warning");
    }

    @Test
    void aBandIsNotLearnt() throws InterruptedException {
        var band = new Limit.Band(new BigDecimal(2), Limit.Side.OUTSIDE);
        assertThat(last(of(
                                Site.metric("FunctionFunctionErrors", Statistic.SUM),
                                band,
                                Window.of(Duration.ofMinutes(1), 1),
                                Missing.GREEN,
                                true))
                        .form())
                .isEmpty();
    }

    @Test
    void whatIsComputedIsOfOneThing() throws InterruptedException {
        var errors = Site.metric("FunctionFunctionErrors", Statistic.SUM);
        var others = new Measure.Metric(
                "acs_fc", "FunctionTotalInvocations", new TreeMap<>(Map.of("functionName", "other")), Statistic.SUM);

        assertThat(last(of(new Measure.Maths("a / b", new TreeMap<>(Map.of("a", errors, "b", others)))))
                        .form())
                .isEmpty();
        assertThat(last(of(new Measure.Maths("FILL(a, 0)", new TreeMap<>(Map.of("a", errors)))))
                        .form())
                .isEmpty();
        assertThat(last(of(new Measure.Maths("(a - 1) / 2", new TreeMap<>(Map.of("a", errors)))))
                        .form()
                        .orElseThrow()
                        .fields()
                        .text("measure")
                        .orElseThrow())
                .startsWith("(m1 - 1) / 2 where m1 = sum of acs_fc FunctionFunctionErrors");
    }

    @Test
    void anAlarmOnAlarmsIsARuleOnSeveralMetricsOrNone() throws InterruptedException {
        var one = of(Site.metric("FunctionFunctionErrors", Statistic.SUM));
        var rate = Site.alarm(
                "rate", Measure.Of.only(Signal.FUNCTION_ERROR_RATE, "serve", Statistic.SUM), "1", List.of(Site.MAIL));

        assertThat(last(one, composite(new Rule.Red("one"))).form()).isPresent();
        assertThat(last(one, composite(new Rule.Not(new Rule.Red("one")))).form())
                .isEmpty();
        assertThat(last(one, rate, composite(any("one", "rate"))).form()).isEmpty();
        assertThat(last(composite(new Rule.Red("elsewhere"))).form()).isEmpty();
    }

    private static Rule any(String... names) {
        return new Rule.Any(Arrays.stream(names).<Rule>map(Rule.Red::new).toList());
    }

    private static Composite composite(Rule rule) {
        return new Composite("all", "", rule, Severity.CRITICAL, List.of(Site.MAIL), true, Optional.empty());
    }

    @Test
    void whomARuleCannotTellIsSaid() throws InterruptedException {
        var receiver = new Receiver(
                "all",
                List.of(
                        new Channel.Function("acs:fc:cn-hangzhou:1:functions/rollback"),
                        new Channel.Slack(Text.of("https://hooks.slack.com/x"))));
        assertThat(last(receiver).gaps()).extracting(Gap::field).containsExactly("function", "slack");

        var many = new Receiver(
                "all",
                List.of(
                        new Channel.Webhook(Text.of("https://a.example.com")),
                        new Channel.Webhook(Text.of("https://b.example.com")),
                        new Channel.Topic("arn:aws:sns:eu-west-1:1:x")));
        assertThat(last(Site.alarm("x", Site.metric("FunctionFunctionErrors", Statistic.SUM), "1", List.of(many)))
                        .gaps())
                .hasSize(2);
        assertThat(last(Site.alarm("x", Site.metric("FunctionFunctionErrors", Statistic.SUM), "1", List.of()))
                        .form())
                .isEmpty();
    }

    @Test
    void budgetsAndMetricsOfLogsAreKeptElsewhere() throws InterruptedException {
        assertThat(last(new Budget("month", BigDecimal.TEN, "USD", List.of(), List.of()))
                        .form())
                .isEmpty();
        assertThat(last(new MetricFilter("f", "log", "x", "n", "m", "1", Optional.empty()))
                        .form())
                .isEmpty();
    }
}
