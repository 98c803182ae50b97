package io.belay.adapter.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.alarm.Gap;
import io.belay.core.alarm.Owner;
import io.belay.core.testkit.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertmanagerFileTest {
    private final AlertmanagerFile.Made made = AlertmanagerFile.of(Wanted.all(new Owner("shop", "prod")));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whoeverAnAlarmNamesIsToldOfIt() {
        assertThat(made.text())
                .contains(
                        "matchers:\n    - belay_receivers=~\".*,oncall,.*\"",
                        "to: oncall@example.com",
                        "url: https://hooks.example.com/a",
                        "topic_arn: arn:aws:sns:eu-west-1:123456789012:oncall");
    }

    @Test
    void anAlarmOnAlarmsIsHushedByAnother() {
        assertThat(made.text()).contains("alertname=\"queue full\"", "alertname=\"orders are down\"");
    }

    @Test
    void noSecretIsWrittenAndWhereItBelongsIsSaid() {
        assertThat(made.text()).doesNotContain("c4nary").contains("api_url_file: /etc/alertmanager/belay/oncall-3");
        assertThat(made.gaps())
                .extracting(Gap::toString)
                .noneMatch(gap -> gap.contains("c4nary"))
                .anyMatch(gap -> gap.contains("write it into /etc/alertmanager/belay/oncall-3"));
    }

    @Test
    void whatAlertmanagerDoesNotKnowIsSaid() {
        assertThat(made.gaps()).extracting(Gap::reason).anyMatch(gap -> gap.startsWith("Alertmanager has no dingtalk"));
    }

    @Test
    void amtoolTakesTheConfiguration() throws Exception {
        var amtool = Programs.path("amtool", "prometheus-alertmanager");
        var file = Files.writeString(folder.resolve("alertmanager.yml"), made.text());

        var checked = Checked.of(amtool, "check-config", file.toString());

        assertThat(checked.exit()).as(checked.said()).isZero();
        assertThat(checked.said()).contains("2 receivers");
    }
}
