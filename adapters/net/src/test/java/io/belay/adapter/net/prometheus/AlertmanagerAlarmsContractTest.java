package io.belay.adapter.net.prometheus;

import io.belay.adapter.net.http.Access;
import io.belay.adapter.net.http.ApiProbe;
import io.belay.adapter.net.http.Asking;
import io.belay.core.alarm.AlarmSource;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import io.belay.core.testkit.AlarmSourceContract;
import io.belay.core.testkit.TestingTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** Alertmanager, with Prometheus beside it, keeps the contract of alarm sources. */
final class AlertmanagerAlarmsContractTest extends AlarmSourceContract {
    private final TestingTime clock = new TestingTime();
    private final Alerting alerting = new Alerting(clock);

    @AfterEach
    void close() {
        alerting.close();
    }

    private static AlarmSource source(String alertmanager, String prometheus) {
        var beside = Settings.builder()
                .set(ApiProbe.URL, Asking.address(prometheus))
                .set(Access.HEADERS, Map.of("X-Scope-OrgID", Text.of("shop")))
                .build();
        var settings = Settings.builder()
                .set(ApiProbe.URL, Asking.address(alertmanager))
                .set(AlertmanagerAlarmKind.ALARM, Text.of("errors"))
                .set(AlertmanagerAlarmKind.PROMETHEUS, beside)
                .build();
        return new AlertmanagerAlarmKind(Asking.clients())
                .bind(settings, Optional.empty())
                .source();
    }

    @Override
    protected AlarmSource source() {
        return source(alerting.alertmanager(), alerting.prometheus());
    }

    @Override
    protected String alarm() {
        return "errors";
    }

    @Override
    protected void turn(Colour colour) {
        clock.advance(Duration.ofMinutes(1));
        if (colour == Colour.RED) {
            alerting.fire();
        } else {
            alerting.end();
        }
    }

    @Override
    protected InstantSource clock() {
        return clock;
    }

    @Override
    protected Optional<AlarmSource> away() {
        var nobody = "http://127.0.0.1:" + Asking.freePort();
        return Optional.of(source(nobody, nobody));
    }
}
