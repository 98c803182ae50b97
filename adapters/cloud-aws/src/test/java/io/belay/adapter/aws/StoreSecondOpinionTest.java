package io.belay.adapter.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Severity;
import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.Applied;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Channel;
import io.belay.core.alarm.Dashboard;
import io.belay.core.alarm.Limit;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.MetricFilter;
import io.belay.core.alarm.Missing;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Receiver;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Retention;
import io.belay.core.alarm.Signal;
import io.belay.core.alarm.Statistic;
import io.belay.core.alarm.Window;
import io.belay.core.plan.Change;
import io.belay.core.settings.Text;
import io.belay.core.shelf.PlainShelf;
import io.belay.core.shelf.Shelves;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What watches over a system, kept by an AWS that we did not write; moto has no composite alarms, saved queries and tags of budgets. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreSecondOpinionTest {
    private static final Owner OWNER = new Owner("shop", "prod");
    private static final String LOG = "/aws/lambda/serve";
    private static final Receiver ONCALL = new Receiver(
            "oncall",
            List.of(new Channel.Sms(Text.of("+4915112345678")), new Channel.Email(Text.of("oncall@example.com"))));
    private static final Measure ERRORS = Measure.Of.only(Signal.FUNCTION_ERRORS, "serve", Statistic.SUM);

    private Optional<Emulator> emulator = Optional.empty();
    private Optional<AwsClients> clients = Optional.empty();
    private List<PlainShelf> shelves = List.of();

    @BeforeAll
    void start() {
        var started = Emulator.start();
        emulator = Optional.of(started);
        var aws = Aws.clients(started.endpoint());
        clients = Optional.of(aws);
        aws.logs().createLogGroup(request -> request.logGroupName(LOG));
        var topic = aws.sns().createTopic(request -> request.name("account")).topicArn();
        var account = new AwsAccount(aws.place().region(), topic.split(":", -1)[4]);
        shelves = List.of(
                new TopicShelf(aws, account),
                new RetentionShelf(aws),
                new MetricFilterShelf(aws, account),
                new AlarmShelf(aws, account),
                new DashboardShelf(aws));
    }

    @AfterAll
    void stop() {
        clients.ifPresent(AwsClients::close);
        emulator.ifPresent(Emulator::close);
    }

    static Stream<Resource> kinds() {
        return Stream.of(
                ONCALL,
                new Retention(LOG, Optional.of(30), false),
                new MetricFilter("refused", LOG, "\"JWT\"", "shop", "refused", "1", Optional.of(BigDecimal.ZERO)),
                new AlarmSpec(
                        "errors",
                        "look",
                        ERRORS,
                        Limit.Threshold.above("5"),
                        Window.of(Duration.ofMinutes(1), 2),
                        Missing.GREEN,
                        Severity.CRITICAL,
                        List.of(ONCALL),
                        true,
                        Optional.empty()),
                new Dashboard("shop", List.of(new Dashboard.Widget("errors", List.of(ERRORS)))));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsMadeIsListedAsItWasPlannedAndNotMadeTwice(Resource wanted) throws Exception {
        var shelf = shelves.stream()
                .filter(each -> each.kinds().contains(wanted.kind()))
                .findFirst()
                .orElseThrow();
        var form = shelf.rendering(OWNER, wanted).form().orElseThrow();
        var create = List.<Change<Canonical>>of(new Change.Create<>(form));
        assertThat(new Shelves(List.of(shelf)).apply(OWNER, create, Aws.soon())).containsExactly(new Applied.Written());

        var held = shelf.all(OWNER, List.of(wanted), Aws.soon()).stream()
                .filter(each -> each.form().id().equals(wanted.id()))
                .findFirst()
                .orElseThrow();

        assertThat(held.form().all().to(form.all())).isEmpty();
        assertThat(new Shelves(List.of(shelf)).apply(OWNER, create, Aws.soon()))
                .containsExactly(new Applied.SoAlready());
    }
}
