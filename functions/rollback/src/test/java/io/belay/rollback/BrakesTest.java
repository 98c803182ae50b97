package io.belay.rollback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.Cause;
import io.belay.core.Correlation;
import io.belay.core.Fault;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Verdict;
import io.belay.core.check.HealthSpec;
import io.belay.core.check.Limits;
import io.belay.core.release.EmergencyBrake.Stand;
import io.belay.core.release.RollbackSpec;
import io.belay.core.release.RollbackStop;
import io.belay.core.system.SystemSpec;
import io.belay.core.testkit.InMemoryAnnouncer;
import io.belay.core.testkit.InMemoryBrake;
import io.belay.core.testkit.InMemoryWeather.Call;
import io.belay.core.testkit.InMemoryWeather.Moment;
import io.belay.core.testkit.TestingTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Stopping altogether, and letting go again. */
final class BrakesTest {
    private static final Optional<Cause> ADA = Optional.of(new Cause.Person("Ada", Optional.empty()));

    private final TestingTime time = new TestingTime();
    private final InMemoryBrake orders = new InMemoryBrake("orders");
    private final InMemoryBrake mail = new InMemoryBrake("mail");
    private final InMemoryAnnouncer chat = new InMemoryAnnouncer();

    private SystemSpec system(RollbackStop... stops) {
        var none = RollbackSpec.NONE;
        var spec = new RollbackSpec(
                none.when(),
                none.steps(),
                none.guards(),
                none.verify(),
                none.soak(),
                List.of(chat),
                none.promise(),
                List.of(stops));
        return SystemSpec.of("harbor", "prod", new HealthSpec(List.of(), List.of(), Limits.DEFAULT))
                .with(spec);
    }

    private SystemSpec system() {
        return system(new RollbackStop("orders", orders), new RollbackStop("mail", mail));
    }

    private Request request(Optional<Cause> cause, String... only) {
        return new Request(Set.of(only), time.in(Duration.ofSeconds(20)), new Correlation("correlation-1"), cause);
    }

    private Report stop(String... only) {
        return new Stopping(system(), time).apply(request(ADA, only));
    }

    private Report resume(String... only) {
        return new Resuming(system(), time).apply(request(ADA, only));
    }

    private static String head(Report report) {
        return report.findings().getFirst().summary();
    }

    @Test
    void allIsStoppedAndEverybodyIsTold() {
        orders.allow(Optional.of(20L));

        var report = stop();

        assertThat(report.function()).isEqualTo("stop");
        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
        assertThat(orders.now()).isEqualTo(new Stand(Optional.of(0L), Optional.of("20")));
        assertThat(mail.now()).isEqualTo(new Stand(Optional.of(0L), Optional.of("none")));
        assertThat(report.findings())
                .extracting(each -> each.subject() + ": " + each.summary())
                .containsExactly(
                        "stop: stopped orders, mail",
                        "orders: stopped: nothing may run; was 20",
                        "mail: stopped: nothing may run; was none",
                        "announcement: told");
        assertThat(chat.told()).singleElement().satisfies(told -> {
            assertThat(told.title()).isEqualTo("harbor prod: stopped orders, mail");
            assertThat(told.text()).contains("Cause: Ada asked for it").contains("Next: every call fails now");
        });
    }

    @Test
    void onlyWhatIsNamedIsStopped() {
        stop("mail");

        assertThat(mail.now().stopped()).isTrue();
        assertThat(orders.writes()).isZero();
    }

    @Test
    void whatWasStoppedIsLetGoToWhatWasAllowed() {
        orders.allow(Optional.of(20L));
        stop();

        var report = resume();

        assertThat(report.function()).isEqualTo("resume");
        assertThat(head(report)).isEqualTo("resumed orders, mail");
        assertThat(orders.now()).isEqualTo(new Stand(Optional.of(20L), Optional.empty()));
        assertThat(mail.now()).isEqualTo(new Stand(Optional.empty(), Optional.empty()));
        assertThat(report.findings().get(1).summary()).isEqualTo("resumed: may run: 20 at the most");
    }

    @Test
    void toAskAgainIsToLookAgain() {
        stop();
        var writes = orders.writes();

        assertThat(stop().findings().get(1).summary()).isEqualTo("nothing to do: nothing may run; was none");
        assertThat(orders.writes()).isEqualTo(writes);
        resume();
        assertThat(resume().findings().get(1).summary()).isEqualTo("nothing to do: may run: no limit");
        assertThat(orders.writes()).isEqualTo(writes + 1);
    }

    @Test
    void onlyAPersonStopsOrResumes() {
        refused(Optional.empty());
        assertThat(chat.told()).isEmpty();
        refused(Optional.of(new Cause.Alarmed("cloudwatch", "errors", "ALARM", Optional.empty())));
        refused(Optional.of(new Cause.VerifyFailed(9, new Correlation("correlation-0"), TestingTime.START)));
        assertThat(chat.told()).hasSize(4);
    }

    private void refused(Optional<Cause> cause) {
        var stopped = new Stopping(system(), time).apply(request(cause));
        var resumed = new Resuming(system(), time).apply(request(cause));

        assertThat(stopped.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(head(stopped)).isEqualTo("not stopped: a person has to ask for it");
        assertThat(head(resumed)).isEqualTo("not resumed: a person has to ask for it");
        assertThat(orders.writes()).isZero();
    }

    @Test
    void whatTheSystemFileDoesNotNameIsRefusedBeforeAnythingIsStopped() {
        assertThat(head(stop("orders", "web"))).isEqualTo("not stopped: no such stop: web; there is mail, orders");
        assertThat(orders.writes()).isZero();
    }

    @Test
    void aSystemWithoutStopsSaysSo() {
        var report = new Stopping(system(new RollbackStop[0]), time).apply(request(ADA));

        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(head(report)).contains("no rollback.stop");
    }

    @Test
    void aLostAnswerIsFoundOutByLooking() {
        orders.weather().once(Moment.AFTER, Call.STOP, Fault.Kind.UNREACHABLE);

        assertThat(stop().verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void whatCouldNotBeStoppedIsSaidAndKeepsTheOthersFromNothing() {
        orders.weather().once(Moment.BEFORE, Call.STOP, Fault.Kind.THROTTLED);

        var report = stop();

        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(head(report)).isEqualTo("not all of orders, mail is stopped: orders");
        assertThat(report.findings().get(1).summary()).startsWith("not stopped: throttled");
        assertThat(mail.now().stopped()).isTrue();
        assertThat(chat.told()).hasSize(1);
    }

    @Test
    void whatCannotBeReadIsUnknown() {
        orders.weather().once(Moment.BEFORE, Call.READ, Fault.Kind.TIMED_OUT);

        var report = stop();

        assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(report.findings().get(1).summary()).startsWith("not known to be stopped: timed out");
        assertThat(mail.now().stopped()).isTrue();
    }

    @Test
    void aSilentOneTakesNoMoreThanItsShareOfTheTime() {
        orders.weather().once(Moment.BEFORE, Call.READ, (_, _) -> time.advance(Duration.ofSeconds(10)));

        stop();

        assertThat(mail.now().stopped()).isTrue();
    }

    @Test
    void whatIsChangedAtTheSameTimeIsAConflictThatIsSaid() {
        orders.weather().once(Moment.BEFORE, Call.STOP, (_, _) -> orders.allow(Optional.of(3L)));

        var report = stop("orders");

        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(report.findings().get(1).summary()).startsWith("not stopped: conflict");
        assertThat(orders.now().most()).contains(3L);
    }

    @Test
    void whatSomebodyElseStoppedIsNotLetGo() {
        orders.allow(Optional.of(0L));

        assertThat(stop("orders").findings().get(1).summary()).isEqualTo("nothing to do: nothing may run");
        assertThat(resume("orders").findings().get(1).summary())
                .contains("not resumed: rejected: it was not stopped by us");
        assertThat(orders.now().stopped()).isTrue();
    }

    @Test
    void whoCannotBeToldCostsAWarning() {
        chat.weather().once(Moment.BEFORE, Call.TELL, Fault.Kind.UNREACHABLE);

        assertThat(stop().verdict()).isEqualTo(Verdict.WARN);
        assertThat(orders.now().stopped()).isTrue();
    }

    @Test
    void aRunThatIsCalledOffSaysSo() {
        orders.weather().once(Moment.BEFORE, Call.STOP, (_, _) -> {
            throw new InterruptedException();
        });

        var report = stop();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void noTwoStopsAreOfOneThing() {
        assertThatThrownBy(() -> system(new RollbackStop("a", orders), new RollbackStop("b", orders)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> system(new RollbackStop("a", orders), new RollbackStop("a", mail)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
