package io.belay.five.wmscompose;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.core.testkit.Programs;
import io.belay.demo.server.Daemons;
import io.belay.demo.server.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prometheus, which looks at the backend and at the host each second by the rules that Belay wrote, and the Alertmanager that it tells. */
final class Watch implements AutoCloseable {
    private final int prometheus = FreePort.find();
    private final int alertmanager = FreePort.find();
    private final Path folder;
    private final Daemons daemons;

    /** Its files are in {@code folder}. */
    Watch(Path folder) {
        this.folder = folder;
        daemons = new Daemons(folder);
    }

    /** Aborts the test where a program is not installed. */
    static void needed() {
        Programs.path("prometheus", "prometheus");
        Programs.path("prometheus-alertmanager", "prometheus-alertmanager");
    }

    String prometheus() {
        return "http://127.0.0.1:" + prometheus;
    }

    String alertmanager() {
        return "http://127.0.0.1:" + alertmanager;
    }

    /**
     * Starts both; the backend was looked at, and there are rates, when this returns.
     *
     * @param rules what is read where it is there, at {@link #reload}
     * @param told whom Alertmanager tells of each alert
     */
    void start(String backend, String host, Path rules, String told) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("alertmanager.yml"), """
                route: { receiver: belay, group_by: [alertname], group_wait: 0s, group_interval: 1s }
                receivers: [ { name: belay, webhook_configs: [ { url: "%s" } ] } ]
                """.formatted(told));
        Files.writeString(folder.resolve("prometheus.yml"), """
                global: { scrape_interval: 1s, evaluation_interval: 1s }
                rule_files: [ "%s" ]
                alerting: { alertmanagers: [ { static_configs: [ { targets: [ "127.0.0.1:%d" ] } ] } ] }
                scrape_configs:
                  - { job_name: wms-backend, static_configs: [ { targets: [ "%s" ] } ] }
                  - { job_name: node, static_configs: [ { targets: [ "%s" ] } ] }
                """.formatted(
                        rules,
                        alertmanager,
                        URI.create(backend).getAuthority(),
                        URI.create(host).getAuthority()));
        run(
                "prometheus-alertmanager",
                "--config.file=alertmanager.yml",
                "--storage.path=alerts",
                "--cluster.listen-address=",
                "--web.listen-address=127.0.0.1:" + alertmanager);
        run(
                "prometheus",
                "--config.file=prometheus.yml",
                "--storage.tsdb.path=series",
                "--web.enable-lifecycle",
                "--web.listen-address=127.0.0.1:" + prometheus);
        Daemons.await(alertmanager() + "/-/ready", "OK");
        found("rate(container_cpu_usage_seconds_total[5m])");
        found("up{job=\"wms-backend\"}");
    }

    private void found(String query) throws IOException, InterruptedException {
        Daemons.await(prometheus() + "/api/v1/query?query=" + URLEncoder.encode(query, UTF_8), "\"value\"");
    }

    /** Has the rules read anew, as whoever runs Prometheus does once alarms were applied; {@code alert} is among them then. */
    void reload(String alert) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(prometheus() + "/-/reload"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("Prometheus refuses the rules: " + answer.body());
            }
        }
        Daemons.await(prometheus() + "/api/v1/rules", alert);
    }

    private void run(String program, String... arguments) throws IOException {
        daemons.start(Programs.path(program, program), arguments);
    }

    @Override
    public void close() {
        daemons.close();
    }
}
