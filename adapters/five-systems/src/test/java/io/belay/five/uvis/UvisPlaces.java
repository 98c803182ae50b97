package io.belay.five.uvis;

import io.belay.adapter.aws.testkit.AwsServer;
import java.util.Map;

/** Where the small UVIS is, in the place of where the file looks for the great one. */
record UvisPlaces(int api, int app, int front, int plain, int tracking, String names, UvisServers servers) {
    private static final String CA = "ca: \"${public-env:UVIS_CA}\", ";

    Map<String, String> all() {
        var resolver = "resolver: \"" + names + "\", ";
        return Map.ofEntries(
                Map.entry("ap-northeast-2", AwsServer.REGION),
                Map.entry("url: \"https://api.example.com", CA + "url: \"https://localhost:" + api),
                Map.entry("url: \"https://app.example.com", CA + "url: \"https://localhost:" + app),
                Map.entry("url: \"https://example.com", CA + "url: \"https://localhost:" + front),
                Map.entry("url: \"http://example.com/", "url: \"http://localhost:" + plain + "/"),
                Map.entry("url: \"wss://api.example.com", CA + "url: \"wss://localhost:" + tracking),
                Map.entry("tls: { host: api.example.com", tls(api)),
                Map.entry("tls: { host: app.example.com", tls(app)),
                Map.entry("resolver: 8.8.8.8, ", ""),
                Map.entry("dns: { ", "dns: { " + resolver),
                Map.entry("host: \"${public-env:UVIS_OLD_HOST}\", port: 443", "host: 127.0.0.1, port: " + front),
                Map.entry("host: \"${public-env:UVIS_DB_PUBLIC_NAME}\", port: 5432", "host: 127.0.0.1, port: 1"),
                // The small database and the small cache speak no TLS.
                Map.entry(
                        "host: \"${public-env:UVIS_DB_HOST}\"",
                        "host: 127.0.0.1, port: " + servers.postgres().port()),
                Map.entry("tls: require", "tls: \"off\""),
                Map.entry(
                        "host: \"${public-env:UVIS_REDIS_HOST}\"",
                        "host: 127.0.0.1, port: " + servers.redis().port()),
                Map.entry("tls: true", "tls: false"),
                // A laden machine is no promise of how fast UVIS is: bounds are wide here, and samples few.
                Map.entry("count: 200, warm-up: 10", "count: 20, warm-up: 5"),
                Map.entry("count: 50, warm-up: 5", "count: 10, warm-up: 2"),
                Map.entry("samples: 50, p95: 50ms", "samples: 10, p95: 5s"),
                Map.entry("p95: 50ms", "p95: 5s"),
                Map.entry("p95: 200ms, p99: 500ms", "p95: 5s, p99: 9s"),
                Map.entry("expect: { value: 0.2 }", "expect: { value: 5 }"),
                Map.entry("within: 100ms", "within: 9s"),
                Map.entry("open: true, within: 1s", "open: true, within: 9s"),
                Map.entry("within: 3s }", "within: 9s }"));
    }

    private static String tls(int port) {
        return "tls: { " + CA + "host: localhost, port: " + port;
    }
}
