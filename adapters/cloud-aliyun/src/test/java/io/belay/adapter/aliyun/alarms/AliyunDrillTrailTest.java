package io.belay.adapter.aliyun.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.aliyun.Cloud;
import io.belay.adapter.aliyun.http.Exchange;
import io.belay.adapter.aliyun.sls.LogClient;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.core.alarm.DrillMark;
import io.belay.core.alarm.DrillTrail.Leg;
import io.belay.core.testkit.TestingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AliyunDrillTrailTest {
    private static final DrillMark MARK = new DrillMark("0123456789abcdef");

    private final TestingTime time = new TestingTime();
    private final AliyunCloud cloud = new AliyunCloud(time);
    private final AliyunDrillTrail trail = new AliyunDrillTrail(
            Cloud.monitor(cloud),
            new LogClient(cloud.endpoint(), Site.REGION, () -> Cloud.CREDENTIALS, Exchange.USUAL),
            "function-log");
    private final Instant from = time.instant();

    @BeforeEach
    void stands() {
        cloud.logs().store("function-log", 30);
        cloud.cloudMonitor().rule("test-1", "drill", "ALARM", "[]");
        time.advance(Duration.ofMinutes(2));
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private Optional<Instant> seen(Leg leg) throws InterruptedException {
        return trail.seen(leg, "drill", MARK, from, Cloud.soon(time));
    }

    private void line(String message) {
        cloud.logs().line("function-log", from.plusSeconds(30), message);
    }

    @Test
    void theTurnToRedIsInTheLogOfAlerts() throws InterruptedException {
        assertThat(seen(Leg.RED)).isEmpty();
        cloud.cloudMonitor().log("test-1", from.plusSeconds(61), "drill", "OK", "P2");
        assertThat(seen(Leg.RED)).contains(from.plusSeconds(61));
    }

    @Test
    void eachLegIsALineOfTheFunctionsLog() throws InterruptedException {
        assertThat(seen(Leg.CALLED)).isEmpty();
        line("2026-11-21 08:00:30 {\"drill\":\"0123456789abcdef\",\"leg\":\"called\",\"at\":\"" + from.plusMillis(1500)
                + "\"}");
        line("{\"drill\":\"\",\"leg\":\"planned\"}");

        assertThat(seen(Leg.CALLED)).contains(from.plusMillis(1500));
        assertThat(seen(Leg.PLANNED)).contains(from.plusSeconds(30));
        assertThat(seen(Leg.ANNOUNCED)).isEmpty();
    }

    @Test
    void linesOfAnotherDrillAndOtherWordsAreNoTrace() throws InterruptedException {
        line("{\"drill\":\"fedcba9876543210\",\"leg\":\"called\"}");
        line("a leg of a drill was called");
        cloud.logs().line("function-log", from.minusSeconds(9), "{\"drill\":\"\",\"leg\":\"called\"}");

        assertThat(seen(Leg.CALLED)).isEmpty();
    }
}
