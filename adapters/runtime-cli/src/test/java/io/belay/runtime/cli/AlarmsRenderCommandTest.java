package io.belay.runtime.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.assembly.SystemTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From what is typed to a rule file of Prometheus, and to Alertmanager's configuration. */
final class AlarmsRenderCommandTest {
    private static final Pattern PLAN = Pattern.compile("plan (p-[0-9a-f]+)");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of("");

    private String file() throws IOException {
        return Files.writeString(folder.resolve("jobs.yaml"), """
                        system: jobs
                        environment: test
                        alarms:
                          stores: [{ prometheus: { rules: belay.yml } }]
                          receivers: { oncall: [{ webhook: "https://hooks.example.com/a" }, { sms: "+4915112345678" }] }
                          tell: oncall
                          presets: [{ prometheus-job: { job: orders } }]
                        """).toString();
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return CommandLines.run(
                new Console(
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8),
                        Map.of(),
                        false,
                        new SystemTime()),
                arguments);
    }

    private String said() {
        return out.toString(UTF_8);
    }

    private void apply() throws IOException {
        run("alarms", "plan", "-f", file());
        var plan = PLAN.matcher(said());
        assertThat(plan.find()).as(said() + err).isTrue();

        assertThat(run("alarms", "apply", "-f", file(), "--plan", plan.group(1), "--by", "Ada", "--yes"))
                .as(said())
                .isZero();
    }

    @Test
    void alarmsInPrometheusAreRulesInAFile() throws Exception {
        apply();

        assertThat(folder.resolve("belay.yml")).content().contains("- alert: jobs_test_orders_up");
        assertThat(run("alarms", "plan", "-f", file(), "--detailed-exitcode"))
                .as(said())
                .isZero();
    }

    @Test
    void whatSomebodyChangedInTheFileIsDrift() throws Exception {
        apply();
        var rules = folder.resolve("belay.yml");
        Files.writeString(rules, Files.readString(rules).replace("for: 180s", "for: 1800s"));

        assertThat(run("alarms", "drift", "-f", file())).isOne();

        assertThat(said()).contains("1800s");
    }

    @Test
    void whoIsToldIsAConfigurationOfAlertmanager() throws Exception {
        assertThat(run("alarms", "render", "alertmanager", "-f", file())).isZero();

        assertThat(said()).contains("url: https://hooks.example.com/a", "belay_receivers=~");
        assertThat(err.toString(UTF_8)).contains("jobs_test_oncall: sms (Alertmanager has no sms");
    }

    @Test
    void nothingElseIsRendered() throws Exception {
        assertThat(run("alarms", "render", "grafana", "-f", file())).isEqualTo(2);

        assertThat(err.toString(UTF_8)).contains("WHAT: found grafana, meant alertmanager");
    }
}
