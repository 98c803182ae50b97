package io.belay.five.wmscompose;

import java.nio.file.Path;
import java.util.Map;

/** Where what the file names answers here. */
record Places(String backend, String pages, Watch watch, Path project, int postgres, int redis, int secure) {
    Map<String, String> all() {
        return Map.ofEntries(
                Map.entry("http://localhost:3000", backend),
                Map.entry("http://localhost:8080", pages),
                Map.entry("http://localhost:3001", pages),
                Map.entry("https://ghcr.io", pages),
                Map.entry("http://localhost:9090", watch.prometheus()),
                Map.entry("http://localhost:9093", watch.alertmanager()),
                Map.entry("/opt/wms-production", project.toString()),
                Map.entry("postgres: { host: localhost,", "postgres: { host: localhost, port: " + postgres + ","),
                Map.entry(
                        "redis: { host: localhost,",
                        "redis: { host: localhost, port: " + redis + ", password: \"${env:WMS_REDIS_PASSWORD}\","),
                Map.entry(
                        "tls: { host: \"${public-env:WMS_HOST}\",",
                        "tls: { host: localhost, port: " + secure + ", ca: \"${env:WMS_CA}\","),
                // A laden machine is no promise of how fast a system is.
                Map.entry("p95: 20ms", "p95: 5s"),
                Map.entry("p95: 200ms, p99: 500ms", "p95: 5s, p99: 10s"),
                // Here a minute is a second.
                Map.entry("      times: 2\n", "      times: 2\n      period: 1s\n"),
                // The small cloud is in one region alone.
                Map.entry("region: us-east-1", "region: eu-west-1"));
    }
}
