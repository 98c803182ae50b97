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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LambdaAliasTargetTest {
    private static final Instant AT = Instant.parse("2026-11-21T08:00:00Z");

    private final AwsServer server = AwsServer.start();
    private final AwsClients aws = Aws.clients(server);
    private final LambdaAliasTarget target = new LambdaAliasTarget(aws, "serve", "live");
    private final Revision good = new Revision(server.lambda().publish("serve"));
    private final Revision bad = new Revision(server.lambda().publish("serve"));

    LambdaAliasTargetTest() {
        server.lambda().point("serve", "live", bad.name());
    }

    @AfterEach
    void close() {
        aws.close();
        server.close();
    }

    private Standing read() throws InterruptedException {
        return target.read(Aws.soon());
    }

    private Memory shifted() {
        var journal = new Journal("r-1", bad, good, Journal.State.SHIFTED, AT, AT);
        return new Memory(
                List.of(new Stamp(good, AT, "evidence", Map.of("main", List.of("005")))),
                List.of(),
                Optional.of(journal),
                List.of(AT));
    }

    private static void refused(Fault.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PortException.class,
                        refused -> assertThat(refused.fault().kind()).isEqualTo(kind));
    }

    @Test
    void trafficAndJournalMoveInOneWrite() throws Exception {
        target.shift(read(), good, shifted(), Aws.soon());

        assertThat(server.writes()).containsExactly("lambda:TagResource", "lambda:UpdateAlias");
        assertThat(server.lambda().alias("serve", "live").version()).isEqualTo(good.name());
        assertThat(server.lambda().alias("serve", "live").description()).contains("belay1 shifted 2 1 ");
    }

    @Test
    void whatServesIsAskedByItsVersionWhereItCannotBeByTheAlias() throws Exception {
        server.mishaps().refuse("GetFunctionConfiguration", 404, "ResourceNotFoundException", "Function not found");

        var standing = read();

        assertThat(standing.only(bad)).isTrue();
        assertThat(standing.condition()).isInstanceOf(Standing.Condition.Settled.class);
    }

    @Test
    void aJournalThatMovesOnAloneIsOneWrite() throws Exception {
        target.shift(read(), good, shifted(), Aws.soon());
        server.forgetCalls();

        var arrived = shifted().with(shifted().journal().orElseThrow().to(Journal.State.ARRIVED, AT));
        target.remember(read(), arrived, Aws.soon());

        assertThat(server.writes()).containsExactly("lambda:UpdateAlias");
        assertThat(read().memory()).isEqualTo(arrived);
    }

    @Test
    void anAliasThatNothingIsRememberedOnIsReadWithThreeCalls() throws Exception {
        read();

        assertThat(server.calls())
                .containsExactlyInAnyOrder(
                        "lambda:GetAlias", "lambda:ListVersionsByFunction", "lambda:GetFunctionConfiguration");
    }

    @Test
    void notesOfWhoLostTheRaceAreNotRead() throws Exception {
        var seen = read();
        var ours = shifted();
        server.mishaps().before("UpdateAlias", () -> server.lambda().point("serve", "live", bad.name()));

        refused(Fault.Kind.CONFLICT, () -> target.shift(seen, good, ours, Aws.soon()));

        assertThat(server.lambda().tags("serve")).isNotEmpty();
        assertThat(read().memory()).isEqualTo(Memory.EMPTY);
    }

    @Test
    void whatTheyLeftIsTakenAwayByTheNextWrite() throws Exception {
        var seen = read();
        server.mishaps().before("UpdateAlias", () -> server.lambda().point("serve", "live", bad.name()));
        refused(Fault.Kind.CONFLICT, () -> target.shift(seen, good, shifted(), Aws.soon()));
        target.remember(read(), Memory.EMPTY, Aws.soon());

        target.shift(read(), good, shifted(), Aws.soon());

        assertThat(server.lambda().tags("serve")).hasSize(1);
        assertThat(read().memory()).isEqualTo(shifted());
    }

    @Test
    void tagsOfManyWhoLostMakeRoomForOurs() throws Exception {
        target.remember(read(), Memory.EMPTY, Aws.soon());
        IntStream.range(0, 49)
                .forEach(at -> server.lambda().tag("serve", Map.of("belay:live:%08x:note.1".formatted(at), "lost")));
        var late = read();

        target.shift(read(), good, shifted(), Aws.soon());

        assertThat(server.lambda().tags("serve")).hasSize(1);
        assertThat(read().memory()).isEqualTo(shifted());
        refused(Fault.Kind.CONFLICT, () -> target.shift(late, good, shifted(), Aws.soon()));
    }

    @Test
    void tagsThatCannotBeTakenAwayDoNotUndoAWrite() throws Exception {
        target.shift(read(), good, shifted(), Aws.soon());
        server.mishaps().throttle("UntagResource");

        target.remember(read(), Memory.EMPTY, Aws.soon());

        assertThat(read().memory()).isEqualTo(Memory.EMPTY);
    }

    @Test
    void aShiftWhoseAnswerIsLostIsSeenToBeDone() throws Exception {
        var seen = read();
        server.mishaps().loseAnswer("UpdateAlias");

        refused(Fault.Kind.UNREACHABLE, () -> target.shift(seen, good, shifted(), Aws.soon()));

        assertThat(read().only(good)).isTrue();
        assertThat(read().memory()).isEqualTo(shifted());
    }

    @Test
    void ofManyWhoShiftAtOnceOneWinsAndItsMemoryHolds() throws Exception {
        var seen = read();
        var memories = IntStream.range(0, 16)
                .mapToObj(at -> shifted()
                        .with(new Journal("r-" + at, bad, good, Journal.State.SHIFTED, AT, AT.plusSeconds(at))))
                .toList();
        var winners = new CopyOnWriteArrayList<Memory>();
        var losers = new CopyOnWriteArrayList<Fault.Kind>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            memories.forEach(memory -> threads.execute(() -> {
                try {
                    target.shift(seen, good, memory, Aws.soon());
                    winners.add(memory);
                } catch (PortException lost) {
                    losers.add(lost.fault().kind());
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            }));
        }

        assertThat(winners).containsExactly(read().memory());
        assertThat(losers).hasSize(15).containsOnly(Fault.Kind.CONFLICT);
    }

    @Test
    void aPersonsWordsStay() throws Exception {
        server.lambda().describe("serve", "live", "the one [customers] call");

        target.shift(read(), good, shifted(), Aws.soon());
        target.remember(read(), Memory.EMPTY, Aws.soon());

        assertThat(server.lambda().alias("serve", "live").description()).startsWith("the one [customers] call [");
    }

    @Test
    void wordsThatLeaveNoRoomAreCut() throws Exception {
        server.lambda().describe("serve", "live", "x".repeat(256));

        target.shift(read(), good, shifted(), Aws.soon());

        assertThat(server.lambda().alias("serve", "live").description())
                .startsWith("xxx")
                .hasSize(255);
        assertThat(read().memory()).isEqualTo(shifted());
    }

    @Test
    void aPersonsTagsStay() throws Exception {
        server.lambda().tag("serve", Map.of("team", "orders"));

        target.shift(read(), good, shifted(), Aws.soon());
        target.remember(read(), Memory.EMPTY, Aws.soon());

        assertThat(server.lambda().tags("serve")).containsEntry("team", "orders");
    }

    @Test
    void twoAliasesOfAFunctionRememberApart() throws Exception {
        server.lambda().point("serve", "beta", bad.name());
        var beta = new LambdaAliasTarget(aws, "serve", "beta");

        target.remember(read(), shifted(), Aws.soon());
        beta.remember(beta.read(Aws.soon()), Memory.EMPTY, Aws.soon());

        assertThat(read().memory()).isEqualTo(shifted());
        assertThat(beta.read(Aws.soon()).memory()).isEqualTo(Memory.EMPTY);
    }

    @Test
    void latestIsNeverARevisionToReturnTo() throws Exception {
        var seen = read();
        var latest = new Revision("$LATEST");

        refused(Fault.Kind.REJECTED, () -> target.prepare(seen, latest, Aws.soon()));
        refused(Fault.Kind.REJECTED, () -> target.shift(seen, latest, shifted(), Aws.soon()));

        assertThat(seen.revisions()).extracting(Standing.Available::revision).doesNotContain(latest);
        assertThat(server.writes()).isEmpty();
    }

    @Test
    void manyVersionsAreReadPageByPageAndTheNewestKept() throws Exception {
        for (int more = 0; more < 118; more++) {
            server.lambda().publish("serve");
        }
        server.forgetCalls();

        var revisions = read().revisions();

        assertThat(revisions).hasSize(100);
        assertThat(revisions.getFirst().revision()).isEqualTo(new Revision("120"));
        assertThat(server.calls())
                .filteredOn("lambda:ListVersionsByFunction"::equals)
                .hasSize(3);
    }

    @Test
    void aWeightBelowOnePercentCountsAsOne() throws Exception {
        server.lambda().weigh("serve", "live", good.name(), Map.of(bad.name(), 0.001));

        assertThat(read().serving()).isEqualTo(Map.of(good, 99, bad, 1));
        assertThat(read().current()).contains(bad);
    }

    @Test
    void aVersionThatIsNotReadyIsOnItsWay() throws Exception {
        server.lambda().state("serve", bad.name(), "Pending", "The function is being created.");

        assertThat(read().condition())
                .isEqualTo(new Standing.Condition.Moving("version 2 is Pending: The function is being created."));
    }

    @Test
    void whatServesSinceARollbackServesSinceThen() throws Exception {
        target.shift(read(), good, shifted(), Aws.soon());

        assertThat(read().since()).contains(AT);
    }

    @Test
    void anAlarmIsOfItByFunctionAndAlias() {
        var byArn = new LambdaAliasTarget(aws, "arn:aws:lambda:eu-west-1:123456789012:function:serve", "live");

        assertThat(target.dimensions()).isEqualTo(Map.of("FunctionName", "serve", "Resource", "serve:live"));
        assertThat(byArn.dimensions()).isEqualTo(target.dimensions());
    }

    @Test
    void aFunctionNamedByItsArnIsTheSame() throws Exception {
        var byArn = new LambdaAliasTarget(aws, "arn:aws:lambda:eu-west-1:123456789012:function:serve", "live");

        byArn.shift(byArn.read(Aws.soon()), good, shifted(), Aws.soon());

        assertThat(read().only(good)).isTrue();
    }

    @Test
    void noSuchAliasIsNotFound() {
        refused(Fault.Kind.NOT_FOUND, () -> new LambdaAliasTarget(aws, "serve", "dead").read(Aws.soon()));
    }

    @Test
    void oneThrottledQuestionOfSeveralIsAFault() {
        server.mishaps().throttle("ListVersionsByFunction");

        refused(Fault.Kind.THROTTLED, this::read);
    }

    @Test
    void anAliasThatCodeDeployShiftsIsOnItsWayAndWhoShiftsItIsNamed() throws Exception {
        server.lambda().weigh("serve", "live", good.name(), Map.of(bad.name(), 0.1));
        var id = server.codeDeploy().deployAlias("shop", "serve", "serve", "live");
        server.codeDeploy().deployAlias("shop", "others", "serve", "beta");

        assertThat(read().condition())
                .isEqualTo(new Standing.Condition.Moving(
                        "CodeDeploy shifts it: " + id + " of shop/serve is InProgress; stop that in its place"));
    }

    @Test
    void weightsThatNobodyMovesAreSettled() throws Exception {
        server.lambda().weigh("serve", "live", good.name(), Map.of(bad.name(), 0.1));
        server.codeDeploy().deployAlias("shop", "others", "serve", "beta");

        assertThat(read().condition()).isEqualTo(new Standing.Condition.Settled());
    }

    @Test
    void whoMayNotAskCodeDeployStillReads() throws Exception {
        server.lambda().weigh("serve", "live", good.name(), Map.of(bad.name(), 0.1));
        server.mishaps().refuse("ListDeployments", 400, "AccessDeniedException", "not authorized");

        assertThat(read().condition()).isEqualTo(new Standing.Condition.Settled());
    }

    @Test
    void aVersionThatFailedIsSaidBeforeTheAliasMoves() throws Exception {
        var good = server.lambda().publish("serve");
        server.lambda().point("serve", "live", server.lambda().publish("serve"));
        var before = server.lambda().alias("serve", "live");
        server.lambda().state("serve", good, "Failed", "The image is gone");
        var seen = read();

        refused(Fault.Kind.REJECTED, () -> target.shift(seen, new Revision(good), shifted(), Aws.soon()));

        assertThat(server.lambda().alias("serve", "live")).isEqualTo(before);
        assertThat(read().memory()).isEqualTo(Memory.EMPTY);
    }
}
