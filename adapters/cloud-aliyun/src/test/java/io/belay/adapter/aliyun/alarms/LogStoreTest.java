package io.belay.adapter.aliyun.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.aliyun.Cloud;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.alarm.Applied;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Dashboard;
import io.belay.core.alarm.Gap;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Rendering;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Retention;
import io.belay.core.alarm.SavedQuery;
import io.belay.core.alarm.Signal;
import io.belay.core.alarm.Statistic;
import io.belay.core.plan.Change;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogStoreTest {
    private static final Owner OWNER = new Owner("shop", "prod");

    private final AliyunCloud cloud = new AliyunCloud(InstantSource.system());

    @BeforeEach
    void stands() {
        cloud.logs().store("function-log", 3650);
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private Rendering rendering(Resource wanted) throws InterruptedException {
        return LogStoreContractTest.store(cloud)
                .canonical(OWNER, List.of(wanted), Cloud.soon(InstantSource.system()))
                .getFirst();
    }

    private Canonical form(Resource wanted) throws InterruptedException {
        return rendering(wanted).form().orElseThrow();
    }

    private Applied apply(Change<Canonical> change) throws InterruptedException {
        return LogStoreContractTest.store(cloud)
                .apply(OWNER, List.of(change), Cloud.soon(InstantSource.system()))
                .getFirst();
    }

    private static Retention kept(int days) {
        return new Retention("function-log", Optional.of(days), false);
    }

    @Test
    void whatElseALogStoreIsStaysWhenItIsKeptForShorter() throws InterruptedException {
        assertThat(apply(new Change.Create<>(form(kept(7))))).isInstanceOf(Applied.Written.class);

        assertThat(cloud.logs().store("function-log"))
                .contains(
                        "\"ttl\":7",
                        "\"hot_ttl\":7",
                        "\"autoSplit\":true",
                        "\"maxSplitShard\":64",
                        "\"appendMeta\":true");
    }

    @Test
    void aSpanThatSomebodySetIsNoPlanOfOurs() throws InterruptedException {
        cloud.logs().store("function-log", 90);

        assertThat(apply(new Change.Create<>(form(kept(30)))))
                .isInstanceOfSatisfying(
                        Applied.Refused.class,
                        refused -> assertThat(refused.fault().kind()).isEqualTo(Fault.Kind.CONFLICT));
        var there = Canonical.of(kept(90), Optional.empty());
        assertThat(apply(new Change.Update<>(there, form(kept(30))))).isInstanceOf(Applied.Written.class);
        assertThat(apply(new Change.Delete<>(form(kept(30))))).isInstanceOf(Applied.Refused.class);
    }

    @Test
    void aLogStoreThatIsNotThereIsARefusal() throws InterruptedException {
        assertThat(apply(new Change.Create<>(form(new Retention("elsewhere", Optional.of(30), false)))))
                .isInstanceOfSatisfying(
                        Applied.Refused.class,
                        refused -> assertThat(refused.fault().kind()).isEqualTo(Fault.Kind.NOT_FOUND));
    }

    @Test
    void whatLogServiceCannotKeepIsSaid() throws InterruptedException {
        assertThat(rendering(kept(4000)).form()).isEmpty();
        assertThat(rendering(new Retention("/aws/lambda/serve", Optional.of(30), false))
                        .form())
                .isEmpty();
        assertThat(rendering(new SavedQuery("two", List.of("a", "b"), "*")).form())
                .isEmpty();
        assertThat(rendering(new SavedQuery("Jwt 401", List.of("function-log"), "*"))
                        .form())
                .isEmpty();
    }

    @Test
    void whatNoLogTellsIsAGapOfItsPicture() throws InterruptedException {
        var page = rendering(new Dashboard(
                "shop",
                List.of(new Dashboard.Widget(
                        "Health",
                        List.of(
                                Measure.Of.only(Signal.FUNCTION_DURATION, "serve", new Statistic("p99")),
                                Measure.Of.only(Signal.DATABASE_CPU, "rm-1", Statistic.AVERAGE))))));

        assertThat(page.gaps()).extracting(Gap::field).containsExactly("widget Health");
        assertThat(page.form().orElseThrow().fields().text("widget Health").orElseThrow())
                .contains("approx_percentile(durationMs, 0.99) / 1000.0")
                .contains("FCRequestMetrics:/serve");
    }

    @Test
    void aChartOfALogStoreThatIsNotThereIsRefused() throws InterruptedException {
        var search = new SavedQuery("jwt-401", List.of("elsewhere"), "JWT");
        assertThat(apply(new Change.Create<>(form(search)))).isInstanceOf(Applied.Refused.class);
    }

    @Test
    void whoMayNotLookWhereNothingIsWantedHasNothingThere() throws InterruptedException {
        var no = "{\"errorCode\":\"Unauthorized\",\"errorMessage\":\"denied by ram\"}";
        cloud.mishaps().answer("/dashboards", 403, no);
        cloud.mishaps().answer("/savedsearches", 403, no);
        assertThat(LogStoreContractTest.store(cloud).current(OWNER, List.of(), Cloud.soon(InstantSource.system())))
                .isEmpty();

        cloud.mishaps().answer("/savedsearches", 403, no);
        var wanted = List.<Resource>of(new SavedQuery("jwt-401", List.of("function-log"), "JWT"));
        assertThatThrownBy(() ->
                        LogStoreContractTest.store(cloud).current(OWNER, wanted, Cloud.soon(InstantSource.system())))
                .isInstanceOf(PortException.class);
    }
}
