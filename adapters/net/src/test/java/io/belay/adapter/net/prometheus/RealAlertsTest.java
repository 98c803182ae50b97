package io.belay.adapter.net.prometheus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.net.http.ApiProbe;
import io.belay.adapter.net.http.Asking;
import io.belay.adapter.net.http.Program;
import io.belay.core.Deadline;
import io.belay.core.alarm.AlarmState;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.release.RollbackCauses.Watched;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The alarms of a real Alertmanager and a real Prometheus. */
@Timeout(120)
final class RealAlertsTest {
    @TempDir
    private Path folder;

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(20), InstantSource.system());
    }

    private static <T> T until(Predicate<T> there, Callable<T> ask) throws Exception {
        var seen = ask.call();
        for (int look = 0; look < 400 && !there.test(seen); look++) {
            Thread.sleep(Duration.ofMillis(100));
            seen = ask.call();
        }
        return seen;
    }

    private static Watched bound(int alertmanager, Optional<Integer> prometheus, String alarm) {
        var settings = Settings.builder()
                .set(ApiProbe.URL, Asking.address("http://127.0.0.1:" + alertmanager))
                .set(AlertmanagerAlarmKind.ALARM, Text.of(alarm));
        prometheus.ifPresent(port -> settings.set(
                AlertmanagerAlarmKind.PROMETHEUS,
                Settings.builder()
                        .set(ApiProbe.URL, Asking.address("http://127.0.0.1:" + port))
                        .build()));
        return new AlertmanagerAlarmKind(Asking.clients()).bind(settings.build(), Optional.empty());
    }

    private static AlarmState read(Watched watched) throws InterruptedException {
        return watched.source().read(watched.alarm(), soon());
    }

    private Program alertmanager(int port) throws Exception {
        Files.writeString(folder.resolve("alertmanager.yml"), """
                route: { receiver: nobody }
                receivers: [ { name: nobody } ]
                inhibit_rules: [ { source_matchers: [ alertname="outage" ], target_matchers: [ alertname="latency" ] } ]
                """);
        return Program.named("prometheus-alertmanager", "prometheus-alertmanager")
                .start(
                        folder,
                        "--config.file=alertmanager.yml",
                        "--storage.path=" + folder.resolve("data"),
                        "--cluster.listen-address=",
                        "--web.listen-address=127.0.0.1:" + port)
                .listening(port);
    }

    private static void post(int port, String path, String json) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(json, UTF_8))
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    private static void alert(int port, String name, Instant from, Instant to) throws Exception {
        post(port, "/api/v2/alerts", """
                [{"labels":{"alertname":"%s","service":"orders"},"annotations":{"summary":"it fails"},
                "startsAt":"%s","endsAt":"%s"}]""".formatted(name, from, to));
    }

    @Test
    void anAlertIsRedUntilItIsSilencedInhibitedOrOver() throws Exception {
        var port = Asking.freePort();
        var from = Instant.parse("2026-01-02T03:04:05.678Z");
        var later = Instant.now().plus(Duration.ofHours(1));
        try (var _ = alertmanager(port)) {
            var errors = bound(port, Optional.empty(), "say \"errors\", \\ all");
            assertThat(read(errors).colour()).isEqualTo(Colour.GREEN);

            alert(port, "say \\\"errors\\\", \\\\ all", from, later);
            var red = until(state -> state.colour() == Colour.RED, () -> read(errors));
            assertThat(red)
                    .isEqualTo(new AlarmState(
                            "say \"errors\", \\ all",
                            Colour.RED,
                            Optional.of(from),
                            "it fails",
                            Map.of("service", "orders")));

            post(port, "/api/v2/silences", """
                    {"matchers":[{"name":"service","value":"orders","isRegex":false}],"createdBy":"ann","comment":"at work on it",
                    "startsAt":"%s","endsAt":"%s"}""".formatted(Instant.now().minusSeconds(1), later));
            var silenced = until(state -> state.colour() != Colour.RED, () -> read(errors));
            assertThat(silenced.colour()).isEqualTo(Colour.UNKNOWN);
            assertThat(silenced.reason()).isEqualTo("silenced: it fails");

            alert(port, "say \\\"errors\\\", \\\\ all", from, Instant.now().minusSeconds(1));
            assertThat(until(state -> state.colour() == Colour.GREEN, () -> read(errors))
                            .colour())
                    .isEqualTo(Colour.GREEN);
        }
    }

    @Test
    void anAlertThatAnotherExplainsIsNotRed() throws Exception {
        var port = Asking.freePort();
        var later = Instant.now().plus(Duration.ofHours(1));
        try (var _ = alertmanager(port)) {
            alert(port, "outage", Instant.now().minusSeconds(60), later);
            alert(port, "latency", Instant.now().minusSeconds(50), later);
            var latency = bound(port, Optional.empty(), "latency");

            var state = until(each -> each.reason().startsWith("inhibited"), () -> read(latency));

            assertThat(state.colour()).isEqualTo(Colour.UNKNOWN);
            assertThat(read(bound(port, Optional.empty(), "outage")).colour()).isEqualTo(Colour.RED);
        }
    }

    @Test
    void prometheusTellsWhenARuleFiredAndWhetherThereIsOne() throws Exception {
        var port = Asking.freePort();
        var manager = Asking.freePort();
        var over = Instant.now().plusSeconds(8);
        Files.writeString(folder.resolve("rules.yml"), """
                groups:
                - name: test
                  interval: 1s
                  rules:
                  - { alert: Brief, expr: 'vector(time()) < %d', labels: { service: orders } }
                  - { alert: Quiet, expr: 'vector(0) == 1' }
                """.formatted(over.getEpochSecond()));
        Files.writeString(folder.resolve("prometheus.yml"), "rule_files: [ rules.yml ]\n");
        var before = Instant.now();
        try (var _ = Program.named("prometheus", "prometheus")
                        .start(
                                folder,
                                "--config.file=prometheus.yml",
                                "--storage.tsdb.path=" + folder.resolve("tsdb"),
                                "--web.listen-address=127.0.0.1:" + port)
                        .listening(port);
                var _ = alertmanager(manager)) {
            var brief = bound(manager, Optional.of(port), "Brief");

            var turns = until(
                    some -> some.size() >= 2,
                    () -> brief.source().history("Brief", before.minus(Duration.ofMinutes(5)), soon()));

            assertThat(turns).extracting(AlarmState::colour).containsExactly(Colour.GREEN, Colour.RED);
            assertThat(turns.getLast().since().orElseThrow()).isBetween(before, over.plusSeconds(5));
            assertThat(turns.getFirst().since().orElseThrow()).isBetween(over.minusSeconds(2), over.plusSeconds(12));
            assertThat(read(bound(manager, Optional.of(port), "Quiet")).colour())
                    .isEqualTo(Colour.GREEN);
            assertThatThrownBy(() -> read(bound(manager, Optional.of(port), "Missing")))
                    .hasMessage("not found: no alert Missing, and no rule of that name in Prometheus");
        }
    }
}
