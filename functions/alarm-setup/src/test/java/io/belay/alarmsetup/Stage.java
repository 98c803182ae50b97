package io.belay.alarmsetup;

import io.belay.core.Cause;
import io.belay.core.Correlation;
import io.belay.core.Finding;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Severity;
import io.belay.core.alarm.AlarmSite;
import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.AlarmsSpec;
import io.belay.core.alarm.Channel;
import io.belay.core.alarm.Composite;
import io.belay.core.alarm.DrillSpec;
import io.belay.core.alarm.Limit;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Missing;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Receiver;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Rule;
import io.belay.core.alarm.Safety;
import io.belay.core.alarm.Signal;
import io.belay.core.alarm.Statistic;
import io.belay.core.alarm.Window;
import io.belay.core.check.HealthSpec;
import io.belay.core.plan.ChangePolicy;
import io.belay.core.settings.Text;
import io.belay.core.system.SystemSpec;
import io.belay.core.testkit.InMemoryAlarmStore;
import io.belay.core.testkit.TestingTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A system whose alarms are kept in memory. */
final class Stage {
    static final Owner OWNER = new Owner("shop", "prod");
    static final Receiver ONCALL = new Receiver("oncall", List.of(new Channel.Email(Text.of("oncall@example.com"))));
    static final Receiver ROLLBACK = new Receiver("rollback", List.of(new Channel.Function("belay:live")));

    final TestingTime time = new TestingTime();
    final InMemoryAlarmStore store = new InMemoryAlarmStore("alarms");
    ChangePolicy policy = ChangePolicy.SYNC;
    Set<String> takeOver = Set.of();
    Safety safety = Safety.DEFAULT;
    Optional<DrillSpec> drill = Optional.empty();
    List<Resource> wanted;

    Stage(Resource... wanted) {
        this.wanted = List.of(wanted);
    }

    static AlarmSpec alarm(String name, String bound, Receiver... receivers) {
        return alarm(name, bound, Window.of(Duration.ofMinutes(1), 3), receivers);
    }

    static AlarmSpec alarm(String name, String bound, Window window, Receiver... receivers) {
        return new AlarmSpec(
                name,
                "calls fail",
                Measure.Of.only(Signal.FUNCTION_ERRORS, "serve", Statistic.SUM),
                Limit.Threshold.above(bound),
                window,
                Missing.GREEN,
                Severity.CRITICAL,
                List.of(receivers),
                true,
                Optional.empty());
    }

    static Composite any(String name, String... alarms) {
        return new Composite(
                name,
                "",
                new Rule.Any(Stream.of(alarms).<Rule>map(Rule.Red::new).toList()),
                Severity.CRITICAL,
                List.of(),
                false,
                Optional.empty());
    }

    SystemSpec system() {
        return SystemSpec.of("shop", "prod", HealthSpec.NONE)
                .with(new AlarmsSpec(OWNER, List.of(new AlarmSite(store, wanted)), policy, takeOver, safety, drill));
    }

    Request request(Optional<Cause> cause, Duration within, String... only) {
        return new Request(Set.of(only), time.in(within), new Correlation("stage-0001"), cause);
    }

    Report plan(String... only) {
        return new AlarmPlan(system(), time).apply(request(Optional.empty(), Duration.ofMinutes(1), only));
    }

    Report drift() {
        return new AlarmDrift(system(), time).apply(request(Optional.empty(), Duration.ofMinutes(1)));
    }

    Report apply(String plan, Duration within, String... only) {
        var person = new Cause.Person("ada", Optional.of(plan));
        return new AlarmApply(system(), time).apply(request(Optional.of(person), within, only));
    }

    /** Applies the plan as it is now. */
    Report apply(String... only) {
        return apply(id(plan(only)), Duration.ofHours(1), only);
    }

    static String id(Report plan) {
        return plan.findings().getFirst().evidence().getFirst().observed();
    }

    static String summary(Report report) {
        return report.findings().getFirst().summary();
    }

    static Finding of(Report report, String subject) {
        return report.findings().stream()
                .filter(each -> each.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    /** What is there, with fields and owners, in one text each. */
    List<String> there() {
        return store.things().stream()
                .map(each -> each.id() + " " + each.all().values())
                .toList();
    }
}
