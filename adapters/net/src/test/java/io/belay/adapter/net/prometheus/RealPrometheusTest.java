package io.belay.adapter.net.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.net.http.ApiProbe;
import io.belay.adapter.net.http.Asking;
import io.belay.adapter.net.http.Program;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observation;
import io.belay.core.probe.ProbeKind;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class RealPrometheusTest {
    @TempDir
    private Path folder;

    private static Observation until(
            Predicate<Observation> there, ProbeKind kind, Settings settings, Set<FactName> asked)
            throws InterruptedException {
        var probe = kind.bind(settings, asked);
        var seen = Asking.observe(probe);
        for (int look = 0; look < 300 && !there.test(seen); look++) {
            Thread.sleep(Duration.ofMillis(100));
            seen = Asking.observe(probe);
        }
        return seen;
    }

    private static Settings settings(int port, UnaryOperator<Settings.Builder> more) {
        return more.apply(Settings.builder().set(ApiProbe.URL, Asking.address("http://127.0.0.1:" + port)))
                .build();
    }

    @Test
    void prometheusSaysWhatIsDownWhatFiresAndWhatAQueryGives() throws Exception {
        var port = Asking.freePort();
        var dead = Asking.freePort();
        Files.writeString(folder.resolve("rules.yml"), """
                groups: [ { name: test, interval: 1s, rules: [ { alert: SomethingDown, expr: 'up == 0' } ] } ]
                """);
        Files.writeString(folder.resolve("prometheus.yml"), """
                global: { scrape_interval: 1s, evaluation_interval: 1s }
                rule_files: [ rules.yml ]
                scrape_configs:
                  - { job_name: self, static_configs: [ { targets: [ "127.0.0.1:%d" ] } ] }
                  - { job_name: dead, static_configs: [ { targets: [ "127.0.0.1:%d" ] } ] }
                """.formatted(port, dead));
        var kind = new PrometheusProbeKind(Asking.clients());
        var settings = settings(port, block -> block.set(PrometheusProbeKind.QUERY, Text.of("up{job=\"self\"}")));
        var asked = Asking.facts("ready", "targets-down", "down", "alerts-firing", "firing", "value", "series");

        try (var _ = Program.named("prometheus", "prometheus")
                .start(
                        folder,
                        "--config.file=prometheus.yml",
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .listening(port)) {
            // It fires once both targets were scraped and the rule was looked at.
            var seen = until(
                    answer -> answer instanceof Observation.Answered answered
                            && answered.value(FactName.of("alerts-firing")).equals(Value.of(1))
                            && answered.value(FactName.of("targets-down")).equals(Value.of(1))
                            && answered.value(FactName.of("series")).equals(Value.of(1)),
                    kind,
                    settings,
                    asked);

            assertThat(Asking.value(seen, "ready")).isEqualTo(Value.of(true));
            assertThat(Asking.value(seen, "down").shown()).isEqualTo("[dead/127.0.0.1:" + dead + "]");
            assertThat(Asking.value(seen, "firing").shown()).isEqualTo("[SomethingDown]");
            assertThat(Asking.value(seen, "value").asNumber().orElseThrow()).isEqualByComparingTo("1");
        }
    }

    @Test
    void alertmanagerTakesTheTestAlertAndForgetsIt() throws Exception {
        var port = Asking.freePort();
        Files.writeString(folder.resolve("alertmanager.yml"), """
                route: { receiver: nobody }
                receivers: [ { name: nobody } ]
                """);
        var kind = new AlertmanagerProbeKind(Asking.clients());
        var asked = Asking.facts("ready", "accepts", "alerts", "cluster");

        try (var _ = Program.named("prometheus-alertmanager", "prometheus-alertmanager")
                .start(
                        folder,
                        "--config.file=alertmanager.yml",
                        "--storage.path=" + folder.resolve("data"),
                        "--cluster.listen-address=",
                        "--web.listen-address=127.0.0.1:" + port)
                .listening(port)) {
            var quiet = settings(port, UnaryOperator.identity());
            var ready = until(
                    answer -> answer instanceof Observation.Answered answered
                            && answered.value(FactName.of("ready")).equals(Value.of(true)),
                    kind,
                    quiet,
                    asked);
            assertThat(Asking.value(ready, "accepts")).isEqualTo(Value.absent());
            assertThat(Asking.value(ready, "cluster")).isEqualTo(Value.of("disabled"));

            var posting = settings(port, block -> block.set(AlertmanagerProbeKind.TEST_ALERT, true));
            assertThat(Asking.value(Asking.observe(kind.bind(posting, asked)), "accepts"))
                    .isEqualTo(Value.of(true));

            var after = until(
                    answer -> answer instanceof Observation.Answered answered
                            && answered.value(FactName.of("alerts")).equals(Value.of(0)),
                    kind,
                    quiet,
                    asked);
            assertThat(Asking.value(after, "alerts")).isEqualTo(Value.of(0));
        }
    }
}
