package io.belay.adapter.aliyun.alarms;

import io.belay.adapter.aliyun.Cloud;
import io.belay.adapter.aliyun.http.Exchange;
import io.belay.adapter.aliyun.sls.LogClient;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.core.alarm.AlarmStore;
import io.belay.core.alarm.Dashboard;
import io.belay.core.alarm.Id;
import io.belay.core.alarm.Kind;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Retention;
import io.belay.core.alarm.SavedQuery;
import io.belay.core.alarm.Signal;
import io.belay.core.alarm.Statistic;
import io.belay.core.testkit.AlarmStoreContract;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Of every kind that is kept in Log Service, beside a group and a rule. */
class LogStoreContractTest extends AlarmStoreContract {
    private final AliyunCloud cloud = new AliyunCloud(InstantSource.system());

    static CloudMonitorStore store(AliyunCloud cloud) {
        var logs = new LogClient(cloud.endpoint(), Site.REGION, () -> Cloud.CREDENTIALS, Exchange.USUAL);
        return new CloudMonitorStore(Cloud.monitor(cloud), Site.REGION, Site.reach(cloud), logs, "function-log");
    }

    @BeforeEach
    void stands() {
        cloud.logs().store("function-log", 3650);
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Override
    protected AlarmStore store() {
        return store(cloud);
    }

    @Override
    protected AlarmStore other() {
        return store(cloud);
    }

    @Override
    protected List<Resource> wanted() {
        return List.of(
                new Retention("function-log", Optional.of(30), false),
                new Dashboard(
                        "shop",
                        List.of(
                                new Dashboard.Widget(
                                        "Errors",
                                        List.of(
                                                Measure.Of.only(Signal.FUNCTION_ERRORS, "serve", Statistic.SUM),
                                                Measure.Of.only(Signal.FUNCTION_ERROR_RATE, "serve", Statistic.SUM))),
                                new Dashboard.Widget("Words", List.of(new Measure.Query("JWT and 401 | select 1"))))),
                new SavedQuery("jwt-401", List.of("function-log"), "JWT and 401"));
    }

    @Override
    protected void foreign(Resource wanted) {
        put(wanted.id(), "");
    }

    @Override
    protected void byHand(Id id) {
        put(id, "[belay shop/prod]");
    }

    private void put(Id id, String mark) {
        if (id.kind() == Kind.DASHBOARD) {
            cloud.logs().dashboard(id.name(), mark, "function-log", "other");
        } else {
            cloud.logs().search(id.name(), mark, "function-log", "other");
        }
    }

    @Override
    protected int writes() {
        return (int) cloud.received().stream()
                .filter(each ->
                        !each.action().startsWith("Describe") && !each.method().equals("GET"))
                .count();
    }
}
