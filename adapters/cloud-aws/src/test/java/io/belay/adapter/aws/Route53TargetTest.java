package io.belay.adapter.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.release.Journal;
import io.belay.core.release.Memory;
import io.belay.core.release.Revision;
import io.belay.core.release.Stamp;
import io.belay.core.release.Standing;
import io.belay.core.testkit.TestingTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Route53TargetTest {
    private final TestingTime clock = new TestingTime();
    private final AwsServer server = AwsServer.start();
    private final AwsClients aws = Aws.clients(server);
    private final Route53Target target = target("api.example.com");

    @AfterEach
    void close() {
        aws.close();
        server.close();
    }

    private Route53Target target(String name) {
        return new Route53Target(aws, "Z1", name, "A");
    }

    private Standing read(Route53Target which) throws InterruptedException {
        return which.read(clock.in(Duration.ofMinutes(1)));
    }

    private Standing read() throws InterruptedException {
        return read(target);
    }

    private void shift(Standing seen, Revision to, Memory memory) throws InterruptedException {
        target.shift(seen, to, memory, clock.in(Duration.ofMinutes(1)));
    }

    /** What serves now, stamped. */
    private Revision stamped(Route53Target which) throws InterruptedException {
        var seen = read(which);
        var revision = seen.current().orElseThrow();
        var stamp = new Stamp(revision, TestingTime.START, "evidence", Map.of());
        which.remember(
                seen,
                new Memory(List.of(stamp), List.of(), Optional.empty(), List.of()),
                clock.in(Duration.ofMinutes(1)));
        return revision;
    }

    private Memory memory(Standing seen, Revision to) {
        var from = seen.current().orElseThrow();
        return seen.memory()
                .with(new Journal("r-1", from, to, Journal.State.SHIFTED, TestingTime.START, TestingTime.START));
    }

    private Revision goodThenBad() throws InterruptedException {
        server.route53().set("Z1", "api.example.com", "A", 300, "192.0.2.1");
        var good = stamped(target);
        server.route53().set("Z1", "api.example.com", "A", 300, "192.0.2.9");
        server.forgetCalls();
        return good;
    }

    private static void refused(Fault.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PortException.class,
                        refused -> assertThat(refused.fault().kind()).isEqualTo(kind));
    }

    @Test
    void recordsAndMemoryChangeInOneBatch() throws Exception {
        var good = goodThenBad();

        shift(read(), good, memory(read(), good));

        assertThat(server.writes()).containsExactly("route53:ChangeResourceRecordSets");
        assertThat(server.route53().values("Z1", "api.example.com", "A")).containsExactly("192.0.2.1");
        assertThat(read().only(good)).isTrue();
        assertThat(read().memory().journal()).isPresent();
    }

    @Test
    void whatSomebodyElseSetServesSinceItWasFirstSeen() throws Exception {
        server.route53().set("Z1", "api.example.com", "A", 300, "192.0.2.1");
        assertThat(read().since()).as("Route 53 does not say").isEmpty();
        var seen = read();

        target.remember(seen, seen.memory(), clock.in(Duration.ofMinutes(1)));

        assertThat(read().since()).contains(TestingTime.START);
        assertThat(read().condition())
                .as("resolvers keep what was there")
                .isInstanceOf(Standing.Condition.Moving.class);
        clock.advance(Duration.ofMinutes(6));
        stamped(target);
        assertThat(read().since()).contains(TestingTime.START);
        assertThat(read().condition()).isInstanceOf(Standing.Condition.Settled.class);
        server.route53().set("Z1", "api.example.com", "A", 300, "192.0.2.9");
        assertThat(read().since()).as("another record").isEmpty();
    }

    @Test
    void aBatchThatMeetsOtherRecordsDoesNothingAtAll() throws Exception {
        var good = goodThenBad();
        var seen = read();
        server.mishaps()
                .before(
                        "ChangeResourceRecordSets",
                        () -> server.route53().set("Z1", "api.example.com", "A", 300, "192.0.2.7"));

        refused(Fault.Kind.CONFLICT, () -> shift(seen, good, memory(seen, good)));

        assertThat(server.route53().values("Z1", "api.example.com", "A")).containsExactly("192.0.2.7");
        assertThat(read().memory().journal()).isEmpty();
    }

    @Test
    void itHasArrivedWhenItIsInSyncAndResolversForgot() throws Exception {
        var good = goodThenBad();
        shift(read(), good, memory(read(), good));

        assertThat(read().condition()).isEqualTo(new Standing.Condition.Moving("C2EXAMPLE is PENDING"));
        server.route53().sync();
        assertThat(read().condition())
                .isEqualTo(new Standing.Condition.Moving(
                        "resolvers may give the former answer until 2026-11-21T08:05:00Z"));
        clock.advance(Duration.ofMinutes(5));
        assertThat(read().condition()).isEqualTo(new Standing.Condition.Settled());
    }

    @Test
    void anotherInstanceGivesTheNameServersAMinute() throws Exception {
        server.route53().set("Z1", "api.example.com", "A", 5, "192.0.2.1");
        var good = stamped(target);
        server.route53().set("Z1", "api.example.com", "A", 5, "192.0.2.9");
        shift(read(), good, memory(read(), good));

        var other = target("api.example.com");

        clock.advance(Duration.ofSeconds(59));
        assertThat(read(other).condition()).isInstanceOf(Standing.Condition.Moving.class);
        clock.advance(Duration.ofSeconds(1));
        assertThat(read(other).condition()).isInstanceOf(Standing.Condition.Settled.class);
    }

    @Test
    void recordsByWeightAreOneState() throws Exception {
        server.route53().weigh("Z1", "api.example.com", "blue", 100, "192.0.2.1");
        server.route53().weigh("Z1", "api.example.com", "green", 0, "192.0.2.9");
        var good = stamped(target);
        server.route53().weigh("Z1", "api.example.com", "blue", 0, "192.0.2.1");
        server.route53().weigh("Z1", "api.example.com", "green", 100, "192.0.2.9");

        shift(read(), good, memory(read(), good));

        assertThat(read().only(good)).isTrue();
    }

    @Test
    void anAliasIsPutBackAsItWas() throws Exception {
        server.route53().alias("Z1", "api.example.com", "Z2", "blue.elb.example.com");
        var good = stamped(target);
        server.route53().alias("Z1", "api.example.com", "Z2", "green.elb.example.com");

        shift(read(), good, memory(read(), good));

        assertThat(read().only(good)).isTrue();
        assertThat(read().revisions().getFirst().label()).contains("to=blue.elb.example.com.");
    }

    @Test
    void theOrderOfAddressesIsNoOtherState() throws Exception {
        server.route53().set("Z1", "api.example.com", "A", 60, "192.0.2.1", "192.0.2.2");
        var one = read().current();

        server.route53().set("Z1", "API.example.com.", "A", 60, "192.0.2.2", "192.0.2.1");

        assertThat(read().current()).isEqualTo(one);
    }

    @Test
    void aWildcardIsPutBackAsWell() throws Exception {
        var wild = target("*.example.com");
        server.route53().set("Z1", "*.example.com", "A", 60, "192.0.2.1");
        var good = stamped(wild);
        server.route53().set("Z1", "*.example.com", "A", 60, "192.0.2.9");

        wild.shift(read(wild), good, memory(read(wild), good), clock.in(Duration.ofMinutes(1)));

        assertThat(read(wild).only(good)).isTrue();
    }

    @Test
    void aStampedStateIsRememberedForMoreStatesThanThereIsRoomFor() throws Exception {
        var good = goodThenBad();

        for (int more = 10; more < 40; more++) {
            server.route53().set("Z1", "api.example.com", "A", 60, "192.0.2." + more);
            target.remember(read(), read().memory(), clock.in(Duration.ofMinutes(1)));
        }

        assertThat(read().revisions())
                .extracting(Standing.Available::revision)
                .contains(good)
                .hasSizeLessThan(20);
    }

    @Test
    void aZoneThatIsBusyIsAskedTooOften() throws Exception {
        var good = goodThenBad();
        var seen = read();
        server.mishaps().refuse("ChangeResourceRecordSets", 400, "PriorRequestNotComplete", "The request was rejected");

        refused(Fault.Kind.THROTTLED, () -> shift(seen, good, memory(seen, good)));

        assertThat(server.writes()).hasSize(1);
    }

    @Test
    void aBatchWhoseAnswerIsLostIsSentOnceAndSeenToBeDone() throws Exception {
        var good = goodThenBad();
        var seen = read();
        server.mishaps().loseAnswer("ChangeResourceRecordSets");

        refused(Fault.Kind.UNREACHABLE, () -> shift(seen, good, memory(seen, good)));

        assertThat(server.writes()).hasSize(1);
        assertThat(read().only(good)).isTrue();
        assertThat(read().condition()).isInstanceOf(Standing.Condition.Moving.class);
    }

    @Test
    void noSuchRecordIsNotFound() {
        server.route53().set("Z1", "apj.example.com", "A", 60, "192.0.2.1");

        refused(Fault.Kind.NOT_FOUND, this::read);
    }

    @Test
    void noSuchZoneIsNotFound() {
        refused(Fault.Kind.NOT_FOUND, this::read);
    }
}
