package io.belay.adapter.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.deliveries.Delivery.Delivered;
import io.belay.adapter.deliveries.Delivery.NotForUs;
import io.belay.adapter.deliveries.Delivery.Refused;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertmanagerTest {
    @Test
    void eachFiringAlertIsDeliveredWithItsOwnIdentity() {
        var answers = Said.by(Fixture.FIRING);
        assertThat(answers)
                .hasSize(3)
                .allSatisfy(answer -> assertThat(Said.alarm(List.of(answer)))
                        .satisfies(alarm -> assertThat(alarm.alarm()).isEqualTo("主机CPU使用率")));
        assertThat(answers.stream().map(answer -> ((Delivered) answer).identity()))
                .doesNotHaveDuplicates();
    }

    @Test
    void itsStartIsReadToTheNanosecond() {
        assertThat(Said.alarm(Said.by(Fixture.FIRING).subList(0, 1)).at())
                .contains(Instant.parse("2023-03-25T06:39:51.689433050Z"));
    }

    @Test
    void aResolvedAlertIsNotForUs() {
        assertThat(Said.by(Fixture.RESOLVED)).containsExactly(new NotForUs("alarm Grafana进程存活 is resolved"));
    }

    @Test
    void whatWasLeftOutAsksForASweep() {
        var answers = Said.by(Fixture.FIRING, "\"truncatedAlerts\": 0", "\"truncatedAlerts\": 7");
        assertThat(answers).hasSize(4);
        assertThat(Said.delivered(answers.subList(3, 4)).cause()).isEmpty();
    }

    @Test
    void aFiringAlertInAResolvedGroupIsRefused() {
        var text = Fixture.RESOLVED.text();
        var last = text.lastIndexOf("\"status\": \"resolved\"");
        var mixed = text.substring(0, last) + text.substring(last).replace("\"resolved\"", "\"firing\"");
        var refused = Said.refused(Said.by(DeliveryShape.ALERTMANAGER, mixed));
        assertThat(refused.place()).isEqualTo("$.alerts[0].status");
    }

    @Test
    void withoutFingerprintsTheLabelsTellAlertsApart() {
        var answers = Said.by(
                DeliveryShape.ALERTMANAGER,
                Fixture.FIRING.text().replaceAll(",\\s*\"fingerprint\": \"[0-9a-f]+\"", ""));
        assertThat(answers.stream().map(answer -> ((Delivered) answer).identity()))
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"version\": \"4\"', '\"version\": \"3\"', $.version",
        "'\"alertname\": \"Grafana进程存活\"', '\"alertname\": 3', $.alerts[0].labels.alertname",
        "'2023-03-25T15:24:36.039625135+08:00', '0001-01-01T00:00:00Z', $.alerts[0].startsAt",
        "'2023-03-25T15:24:36.039625135+08:00', '2023-02-30T00:00:00Z', $.alerts[0].startsAt",
        "'2023-03-25T15:24:36.039625135+08:00', '2023-03-25T15:24:36', $.alerts[0].startsAt",
        "'\"truncatedAlerts\": 0', '\"truncatedAlerts\": -1', $.truncatedAlerts",
        "'\"truncatedAlerts\": 0', '\"truncatedAlerts\": 1.5', $.truncatedAlerts",
    })
    void whatIsNotItsVersionFourIsRefusedWithItsPlace(String old, String otherwise, String place) {
        assertThat(Said.refused(Said.by(Fixture.RESOLVED, old, otherwise)))
                .extracting(Refused::place)
                .isEqualTo(place);
    }
}
