package io.belay.adapter.aliyun.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.PortException;
import io.belay.core.alarm.Applied;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who knows the address of a robot or a webhook may speak there: neither is in what is compared, shown, or said of a failure. */
class SecretsTest extends OnCloudMonitor {
    @BeforeEach
    void stands() {
        Site.metrics(cloud);
    }

    private static String no(String code, String address) {
        return "{\"Success\":false,\"Code\":\"" + code + "\",\"Message\":\"bad address " + address + " given\"}";
    }

    @Test
    void whatIsComparedAndShownHoldsNone() throws InterruptedException {
        for (var rendering : store.canonical(OWNER, List.of(Site.ONCALL, Site.errors()), soon())) {
            assertThat(rendering.form().orElseThrow().all().values().toString()).doesNotContain("secret");
        }
    }

    @Test
    void aRefusalOfARobotSaysNoAddress() throws InterruptedException {
        // The three contacts before the robot's go through.
        for (int each = 0; each < 3; each++) {
            cloud.mishaps().before("PutContact", () -> {});
        }
        cloud.mishaps().answer("PutContact", 200, no("400", Site.ROBOT));

        assertThat(create(Site.ONCALL))
                .isInstanceOfSatisfying(
                        Applied.Refused.class,
                        refused -> assertThat(refused.fault().message())
                                .contains("bad address [dingtalk] given")
                                .doesNotContain("secret"));
    }

    @Test
    void aFaultOfAWebhookSaysNoAddress() throws InterruptedException {
        create(Site.ONCALL);
        cloud.mishaps()
                .answer(
                        "PutResourceMetricRule",
                        200,
                        no("Throttling.User", "https://hooks.example.com/secret?a=1&b=2"));

        assertThatThrownBy(() -> create(Site.errors()))
                .isInstanceOf(PortException.class)
                .hasMessageContaining("[webhook]")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }
}
