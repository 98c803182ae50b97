package io.belay.adapter.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.Severity;
import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.Applied;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Channel;
import io.belay.core.alarm.Composite;
import io.belay.core.alarm.Gap;
import io.belay.core.alarm.Held;
import io.belay.core.alarm.Limit;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Missing;
import io.belay.core.alarm.Obstacle;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Receiver;
import io.belay.core.alarm.Rendering;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Rule;
import io.belay.core.alarm.Signal;
import io.belay.core.alarm.Statistic;
import io.belay.core.alarm.Window;
import io.belay.core.plan.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CloudWatchStoreTest {
    private static final Owner OWNER = new Owner("shop", "prod");
    private static final Measure ERRORS = Measure.Of.only(Signal.FUNCTION_ERRORS, "serve", Statistic.SUM);

    private final AwsServer server = AwsServer.start();
    private final AwsClients aws = Aws.clients(server);
    private final CloudWatchStore store = new CloudWatchStore(aws, AwsServer.ACCOUNT);

    @AfterEach
    void close() {
        aws.close();
        server.close();
    }

    private static AlarmSpec alarm(String name, Measure measure, String bound, Window window) {
        return new AlarmSpec(
                name,
                "calls fail",
                measure,
                Limit.Threshold.above(bound),
                window,
                Missing.GREEN,
                Severity.CRITICAL,
                List.of(),
                false,
                Optional.empty());
    }

    private static AlarmSpec alarm(String name) {
        return alarm(name, ERRORS, "5", Window.of(Duration.ofMinutes(1), 1));
    }

    private Rendering rendering(Resource wanted) throws InterruptedException {
        return store.canonical(OWNER, List.of(wanted), Aws.soon()).getFirst();
    }

    private Canonical form(Resource wanted) throws InterruptedException {
        return rendering(wanted).form().orElseThrow();
    }

    private Applied create(Resource wanted) throws InterruptedException {
        return store.apply(OWNER, List.of(new Change.Create<>(form(wanted))), Aws.soon())
                .getFirst();
    }

    private List<Held> current(Resource... wanted) throws InterruptedException {
        return store.current(OWNER, List.of(wanted), Aws.soon());
    }

    @Test
    void aSignalBecomesAMetricWithTheThresholdInItsUnit() throws InterruptedException {
        var latency = Measure.Of.only(Signal.FUNCTION_DURATION, "serve", new Statistic("p99"));

        var fields = form(alarm("slow", latency, "1.5", Window.of(Duration.ofMinutes(5), 1)))
                .fields();

        assertThat(fields.text("measure")).contains("p99 of AWS/Lambda Duration {FunctionName=serve}");
        assertThat(fields.text("threshold")).contains("> 1500");
    }

    /** What cannot be told is said; all else is taken by CloudWatch, and listed as it was planned. */
    @ParameterizedTest
    @EnumSource(Signal.class)
    void everySignalIsSetOrItIsSaidWhyNot(Signal signal) throws Exception {
        var subject = new TreeMap<String, String>();
        signal.subject().forEach(each -> subject.put(each, "the-" + each));
        var wanted = alarm(
                "signal", new Measure.Of(signal, subject, Statistic.AVERAGE), "5", Window.of(Duration.ofMinutes(1), 2));
        var rendering = rendering(wanted);

        if (rendering.form().isEmpty()) {
            assertThat(rendering.gaps()).extracting(Gap::field).containsExactly(Gap.ALL);
            return;
        }
        assertThat(create(wanted)).isInstanceOf(Applied.Written.class);
        assertThat(current(wanted))
                .singleElement()
                .satisfies(held -> assertThat(held.form().same(form(wanted))).isTrue());
    }

    @Test
    void aWindowThatCloudWatchDoesNotLookAtIsSaid() throws InterruptedException {
        assertThat(rendering(alarm("long", ERRORS, "5", Window.of(Duration.ofMinutes(30), 49)))
                        .form())
                .isEmpty();
        assertThat(rendering(alarm("odd", ERRORS, "5", Window.of(Duration.ofSeconds(10), 1)))
                        .gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.field()).isEqualTo("period"));
        assertThat(rendering(alarm("n".repeat(256))).form()).isEmpty();
    }

    @Test
    void aLongDescriptionIsShortenedAndSaid() throws Exception {
        var wanted = new AlarmSpec(
                "long",
                "d".repeat(1_024),
                ERRORS,
                Limit.Threshold.above("5"),
                Window.of(Duration.ofMinutes(1), 1),
                Missing.GREEN,
                Severity.WARNING,
                List.of(),
                false,
                Optional.empty());

        assertThat(rendering(wanted).gaps()).extracting(Gap::field).containsExactly("description");
        assertThat(create(wanted)).isInstanceOf(Applied.Written.class);
        assertThat(current())
                .singleElement()
                .satisfies(held -> assertThat(held.form().same(form(wanted))).isTrue());
    }

    @Test
    void whoIsTakenOverIsTaggedToo() throws Exception {
        create(alarm("ours"));
        server.cloudWatch().metric("theirs", Map.of());
        var theirs = current(alarm("theirs")).stream()
                .map(Held::form)
                .filter(each -> each.resource().name().equals("theirs"))
                .findFirst()
                .orElseThrow();

        store.apply(OWNER, List.of(new Change.Update<>(theirs, form(alarm("theirs")))), Aws.soon());

        assertThat(server.cloudWatch().tags("ours")).isEqualTo(Map.of("belay:owner", "shop/prod"));
        assertThat(server.cloudWatch().tags("theirs")).isEqualTo(Map.of("belay:owner", "shop/prod"));
    }

    @Test
    void switchedOffActionsAreAnObstacle() throws Exception {
        var function = new Channel.Function("arn:aws:lambda:eu-west-1:123456789012:function:rollback");
        create(alarm("errors").to(List.of(new Receiver("rollback", List.of(function)))));
        server.cloudWatch().change("errors", "ActionsEnabled", "false");

        assertThat(current().getFirst().obstacles())
                .extracting(Obstacle::reason)
                .containsExactly(Obstacle.Reason.SWITCHED_OFF, Obstacle.Reason.NO_FUNCTION);
    }

    @Test
    void aCompositeAlarmOfNoneThatIsThereIsRefusedAndOneInUseIsNotDeleted() throws Exception {
        var any =
                new Composite("any", "", new Rule.Red("errors"), Severity.CRITICAL, List.of(), false, Optional.empty());
        assertThat(create(any))
                .isInstanceOfSatisfying(
                        Applied.Refused.class,
                        refused -> assertThat(refused.fault().kind()).isEqualTo(Fault.Kind.REJECTED));
        create(alarm("errors"));
        create(any);

        var deleted = store.apply(OWNER, List.of(new Change.Delete<>(form(alarm("errors")))), Aws.soon());

        assertThat(deleted.getFirst())
                .isInstanceOfSatisfying(
                        Applied.Refused.class,
                        refused -> assertThat(refused.fault().message()).contains("depending on it"));
    }

    @Test
    void aHundredGoInOneCallAndMoreThanAPageIsListed() throws Exception {
        var wanted =
                IntStream.range(0, 130).mapToObj(at -> alarm("alarm-" + at)).toList();
        for (var each : wanted) {
            assertThat(create(each)).isInstanceOf(Applied.Written.class);
        }
        assertThat(current()).hasSize(130);
        var changes = new ArrayList<Change<Canonical>>();
        for (var each : wanted.subList(0, 100)) {
            changes.add(new Change.Delete<>(form(each)));
        }
        assertThat(store.toll(changes.getFirst()).together()).isEqualTo(100);
        server.forgetCalls();

        assertThat(store.apply(OWNER, changes, Aws.soon())).hasOnlyElementsOfType(Applied.Written.class);

        assertThat(server.calls()).containsExactly("monitoring:DescribeAlarms", "monitoring:DeleteAlarms");
        assertThat(current()).hasSize(30);
    }

    @Test
    void whatIsThrottledIsThrownAndNotTriedAgain() throws InterruptedException {
        server.mishaps().throttle("PutMetricAlarm");

        assertThatThrownBy(() -> create(alarm("errors")))
                .isInstanceOfSatisfying(
                        PortException.class,
                        thrown -> assertThat(thrown.fault().kind()).isEqualTo(Fault.Kind.THROTTLED));
        assertThat(server.writes()).hasSize(1);
    }

    @Test
    void aLostAnswerIsFoundDone() throws Exception {
        server.mishaps().loseAnswer("PutMetricAlarm");
        assertThatThrownBy(() -> create(alarm("errors"))).isInstanceOf(PortException.class);

        assertThat(create(alarm("errors"))).isInstanceOf(Applied.SoAlready.class);
    }

    @Test
    void whatNoAlarmOfOursHasIsSeen() throws Exception {
        create(alarm("errors"));
        server.cloudWatch().change("errors", "Unit", "Count");
        server.cloudWatch().change("errors", "InsufficientDataActions.member.1", "arn:aws:sns:eu-west-1:1:x");

        assertThat(current().getFirst().form().fields().to(form(alarm("errors")).fields()))
                .extracting(Object::toString)
                .containsExactly("unit: Count → (none)", "told without data: arn:aws:sns:eu-west-1:1:x → (none)");
    }
}
