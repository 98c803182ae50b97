package io.belay.adapter.aliyun.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aliyun.cms20190101.Client;
import com.aliyun.cms20190101.models.PutCustomMetricRequest;
import com.aliyun.tea.TeaException;
import com.aliyun.teaopenapi.models.Config;
import io.belay.adapter.aliyun.Cloud;
import io.belay.adapter.aliyun.cloudmonitor.CloudMonitorAlarms;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.adapter.aliyun.testkit.Received;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.alarm.DrillMark;
import io.belay.core.testkit.TestingTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CloudMonitorBellTest {
    private static final DrillMark MARK = new DrillMark("0123456789abcdef");

    private final TestingTime time = new TestingTime();
    private final AliyunCloud cloud = new AliyunCloud(time);
    private final CloudMonitorBell bell = new CloudMonitorBell(Cloud.monitor(cloud));

    @AfterEach
    void close() {
        cloud.close();
    }

    private Deadline soon() {
        return Cloud.soon(time);
    }

    private void rule(String namespace, String operator, int times) {
        cloud.cloudMonitor()
                .rule(new TreeMap<>(Map.of(
                        "RuleId", "test-1",
                        "RuleName", "drill",
                        "Namespace", namespace,
                        "MetricName", "belay_drill",
                        "Resources", "[{\"groupId\":7,\"dimension\":\"system=shop\"}]",
                        "Escalations.Critical.Statistics", "Maximum",
                        "Escalations.Critical.ComparisonOperator", operator,
                        "Escalations.Critical.Threshold", "0",
                        "Escalations.Critical.Times", Integer.toString(times))));
    }

    private Colour colour() throws InterruptedException {
        return new CloudMonitorAlarms(Cloud.monitor(cloud))
                .read("drill", soon())
                .colour();
    }

    private List<Received> values() {
        return cloud.received().stream()
                .filter(each -> each.action().equals("PutCustomMetric"))
                .toList();
    }

    @Test
    void theTestAlarmTurnsRedOnceForADrillAndGreenAfterIt() throws InterruptedException {
        rule("acs_customMetric_1234567890123456", "GreaterThanThreshold", 1);

        bell.ring("drill", MARK, soon());
        assertThat(colour()).isEqualTo(Colour.RED);
        bell.ring("drill", MARK, soon());
        assertThat(values()).hasSize(1);
        time.advance(Duration.ofMinutes(1));
        bell.reset("drill", MARK, soon());
        assertThat(colour()).isEqualTo(Colour.GREEN);

        bell.ring("drill", MARK, soon());
        bell.reset("drill", MARK, soon());
        assertThat(values()).hasSize(2);
    }

    @Test
    void everyComparisonIsCrossedAndLeft() throws InterruptedException {
        for (var each : List.of(
                "GreaterThanThreshold",
                "GreaterThanOrEqualToThreshold",
                "LessThanThreshold",
                "LessThanOrEqualToThreshold")) {
            rule("acs_customMetric_1234567890123456", each, 1);
            bell.ring("test-1", MARK, soon());
            assertThat(colour()).as(each).isEqualTo(Colour.RED);
            bell.reset("test-1", MARK, soon());
            assertThat(colour()).as(each).isEqualTo(Colour.GREEN);
            time.advance(Duration.ofHours(1));
        }
    }

    @Test
    void whatMeasuresSomethingOfTheCloudsIsNotRung() {
        rule("acs_fc", "GreaterThanThreshold", 1);
        assertThat(fault().kind()).isEqualTo(Fault.Kind.REJECTED);
        rule("acs_customMetric_1234567890123456", "GreaterThanThreshold", 3);
        assertThat(fault().message()).contains("cannot be rung");
        assertThat(values()).isEmpty();
    }

    private Fault fault() {
        return Objects.requireNonNull(catchThrowableOfType(PortException.class, () -> bell.ring("drill", MARK, soon())))
                .fault();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(fault().kind()).isEqualTo(Fault.Kind.NOT_FOUND);
    }

    @Test
    void aValueIsPutAsTheOfficialClientPutsIt() throws Exception {
        rule("acs_customMetric_1234567890123456", "GreaterThanThreshold", 1);
        bell.ring("drill", MARK, soon());
        var official = new Client(new Config()
                .setAccessKeyId(AliyunCloud.KEY_ID)
                .setAccessKeySecret(AliyunCloud.SECRET)
                .setSecurityToken(AliyunCloud.TOKEN)
                .setEndpoint("127.0.0.1:" + cloud.endpoint().getPort())
                .setProtocol("HTTP"));
        var value = new PutCustomMetricRequest.PutCustomMetricRequestMetricList()
                .setGroupId("7")
                .setMetricName("belay_drill")
                .setDimensions("{\"system\":\"shop\"}")
                .setTime(Long.toString(time.instant().toEpochMilli()))
                .setType("0")
                .setValues("{\"value\":1}");
        try {
            official.putCustomMetric(new PutCustomMetricRequest().setMetricList(List.of(value)));
        } catch (TeaException _) {
            // It tells another time than this test's, and is turned away for it.
        }

        assertThat(values()).hasSize(2);
        assertThat(values().getFirst().parameters())
                .isEqualTo(values().getLast().parameters());
    }
}
