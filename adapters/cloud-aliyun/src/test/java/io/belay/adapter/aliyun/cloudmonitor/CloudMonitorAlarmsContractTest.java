package io.belay.adapter.aliyun.cloudmonitor;

import io.belay.adapter.aliyun.Cloud;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.core.alarm.AlarmSource;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.testkit.AlarmSourceContract;
import io.belay.core.testkit.TestingTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

class CloudMonitorAlarmsContractTest extends AlarmSourceContract {
    private static final String RESOURCES = "[{\"functionName\":\"serve\"}]";

    private final TestingTime time = new TestingTime();
    private final AliyunCloud cloud = new AliyunCloud(time);
    private final CloudMonitorAlarms alarms = new CloudMonitorAlarms(Cloud.monitor(cloud));
    private String level = "OK";

    CloudMonitorAlarmsContractTest() {
        cloud.cloudMonitor().rule("belay-errors", "errors", "OK", RESOURCES);
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Override
    protected AlarmSource source() {
        return alarms;
    }

    @Override
    protected String alarm() {
        return "errors";
    }

    @Override
    protected void turn(Colour colour) {
        time.advance(Duration.ofMinutes(1));
        var red = colour == Colour.RED;
        cloud.cloudMonitor().rule("belay-errors", "errors", red ? "ALARM" : "OK", RESOURCES);
        cloud.cloudMonitor().log("belay-errors", time.instant(), "serve", level, red ? "P4" : "OK");
        level = red ? "P4" : "OK";
    }

    @Override
    protected InstantSource clock() {
        return time;
    }

    @Override
    protected Optional<AlarmSource> away() {
        var gone = new AliyunCloud(time);
        var client = Cloud.monitor(gone);
        gone.close();
        return Optional.of(new CloudMonitorAlarms(client));
    }
}
