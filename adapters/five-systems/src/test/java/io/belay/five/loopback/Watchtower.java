package io.belay.five.loopback;

import io.belay.core.testkit.Programs;
import io.belay.demo.server.Daemons;
import io.belay.demo.server.FreePort;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prometheus, which watches itself by one rule, and the Alertmanager that it tells. */
public final class Watchtower implements Closeable {
    private final int prometheus = FreePort.find();
    private final int alertmanager = FreePort.find();
    private final Daemons daemons;

    /** Aborts the test where one of them is not installed. */
    public static void needed() {
        watches();
        tells();
    }

    private static Path watches() {
        return Programs.path("prometheus", "prometheus");
    }

    private static Path tells() {
        return Programs.path("prometheus-alertmanager", "prometheus-alertmanager");
    }

    /** Starts both, whose files are in {@code folder}. */
    public Watchtower(Path folder) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("alertmanager.yml"), """
                route: { receiver: nobody }
                receivers: [ { name: nobody } ]
                """);
        Files.writeString(folder.resolve("rules.yml"), """
                groups:
                  - name: targets
                    rules: [ { alert: TargetDown, expr: up == 0, for: 1m } ]
                """);
        Files.writeString(folder.resolve("prometheus.yml"), """
                global: { scrape_interval: 1s }
                rule_files: [ rules.yml ]
                alerting: { alertmanagers: [ { static_configs: [ { targets: [ "127.0.0.1:%d" ] } ] } ] }
                scrape_configs:
                  - { job_name: prometheus, static_configs: [ { targets: [ "127.0.0.1:%d" ] } ] }
                """.formatted(alertmanager, prometheus));
        daemons = new Daemons(folder);
        try {
            daemons.start(
                    watches(),
                    "--config.file=prometheus.yml",
                    "--storage.tsdb.path=series",
                    "--web.listen-address=127.0.0.1:" + prometheus);
            daemons.start(
                    tells(),
                    "--config.file=alertmanager.yml",
                    "--storage.path=alerts",
                    "--cluster.listen-address=",
                    "--web.listen-address=127.0.0.1:" + alertmanager);
            Daemons.await(prometheus() + "/api/v1/targets", "\"health\":\"up\"");
            Daemons.await(alertmanager() + "/-/ready", "OK");
        } catch (IOException | InterruptedException failed) {
            close();
            throw failed;
        }
    }

    /** Where Prometheus answers. */
    public String prometheus() {
        return "http://127.0.0.1:" + prometheus;
    }

    /** Where Alertmanager answers. */
    public String alertmanager() {
        return "http://127.0.0.1:" + alertmanager;
    }

    @Override
    public void close() {
        daemons.close();
    }
}
