package io.belay.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** A bad release, an alarm, and the release before it, through the handlers as Lambda runs them. */
@Timeout(600)
final class WholeChainTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(200);

    @TempDir
    Path folder;

    private Cloud cloud;

    @BeforeEach
    void start() throws IOException {
        cloud = Clouds.start(folder);
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    private String serving() {
        try (var lambda = Clients.lambda(cloud.endpoint())) {
            return lambda.getAlias(request -> request.functionName(Cloud.SHOP).name(Cloud.LIVE))
                    .functionVersion();
        }
    }

    private String revision() {
        try (var lambda = Clients.lambda(cloud.endpoint())) {
            return lambda.getAlias(request -> request.functionName(Cloud.SHOP).name(Cloud.LIVE))
                    .revisionId();
        }
    }

    /** The alarm that the system file names, which calls {@code function} when it turns red. */
    private void watch(String function) {
        try (var cloudWatch = Clients.cloudWatch(cloud.endpoint())) {
            cloudWatch.putMetricAlarm(request -> request.alarmName(SystemFile.ALARM)
                    .namespace("Shop")
                    .metricName("Errors")
                    .statistic(Statistic.SUM)
                    .period(60)
                    .evaluationPeriods(1)
                    .threshold(0.0)
                    .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                    .alarmActions(function));
            cloudWatch.setAlarmState(request -> request.alarmName(SystemFile.ALARM)
                    .stateValue(StateValue.OK)
                    .stateReason("nothing fails"));
        }
    }

    private void ring() {
        try (var cloudWatch = Clients.cloudWatch(cloud.endpoint())) {
            cloudWatch.setAlarmState(request -> request.alarmName(SystemFile.ALARM)
                    .stateValue(StateValue.ALARM)
                    .stateReason("orders fail"));
        }
    }

    /** Asks until it is so, within bounds: what runs there is not in this process. */
    private static <T> T until(Callable<T> asked, Predicate<T> so) throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var found = asked.call();
        while (!so.test(found) && System.nanoTime() < end) {
            Thread.sleep(PAUSE);
            found = asked.call();
        }
        return found;
    }

    @Test
    void anAlarmPutsTheReleaseBackOnceThroughTheHandlersAsTheyAreDeployed() throws Exception {
        var good = cloud.release();
        var rollback = cloud.deployed("RollbackHandler");
        watch(rollback);
        assertThat(cloud.invoke("VerifyHandler", "{}")).contains("\"verdict\":\"pass\"");
        assertThat(until(() -> cloud.invoke("StampHandler", "{}"), said -> said.contains("\"verdict\":\"pass\"")))
                .contains("\"verdict\":\"pass\"");

        var bad = cloud.release();
        assertThat(serving()).isEqualTo(bad).isNotEqualTo(good);
        ring();

        assertThat(until(this::serving, good::equals)).isEqualTo(good);
        assertThat(until(() -> cloud.invoke("ReleaseHandler", "{}"), said -> said.contains("quarantine " + bad)))
                .contains("quarantine " + bad);
        var proved = until(this::revision, this::stands);

        var again = cloud.invoke("RollbackHandler", Deliveries.bySns(SystemFile.ALARM));
        assertThat(again).contains("\"deliveries/1\"", "has put it back already");
        assertThat(cloud.invoke("RollbackHandler", "{}")).contains("\"report/1\"");
        assertThat(serving()).isEqualTo(good);
        assertThat(revision()).isEqualTo(proved);
    }

    /** The last write of a rollback is its proof: until then the alias is still written to. */
    private boolean stands(String revision) {
        try {
            return cloud.invoke("RollbackHandler", Deliveries.bySns(SystemFile.ALARM))
                            .contains("has put it back already")
                    && revision().equals(revision);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
