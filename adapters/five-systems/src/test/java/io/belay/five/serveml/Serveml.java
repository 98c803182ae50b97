package io.belay.five.serveml;

import static io.belay.five.serveml.ServemlCloud.IDS;
import static io.belay.five.serveml.ServemlCloud.ZONE;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.core.testkit.TestingTime;
import io.belay.demo.server.Certificate;
import io.belay.five.Example;
import io.belay.five.Operator;
import io.belay.five.aws.Periods;
import io.belay.five.loopback.NameServer;
import io.belay.five.loopback.Reply;
import io.belay.five.loopback.Site;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** ServeML, deployed with release 1 in a small AWS, and Belay before it. */
final class Serveml implements Closeable {
    private static final Map<String, String> SAFE = Map.of(
            "Strict-Transport-Security", "max-age=31536000",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Content-Security-Policy", "default-src 'self'");
    private static final String CA = "ca: \"${public-env:SERVEML_CA}\"";

    final TestingTime time = Periods.next();
    final ServemlCloud cloud;
    final ModelDesk desk;
    final Operator belay;
    private final List<Closeable> open;

    Serveml(Certificate certificate, Path folder) throws IOException {
        cloud = new ServemlCloud(time);
        desk = new ModelDesk(cloud);
        var tls = certificate.context();
        var api = Site.secure(tls, cloud.traffic.before(desk));
        var app = Site.secure(tls, _ -> new Reply(200, SAFE, "ServeML"));
        var pages = Site.plain(_ -> Reply.page("<title>ServeML</title>"));
        var names = NameServer.open(60, (name, type) -> cloud.aws.route53().values(ZONE, name, type));
        open = List.of(api, app, pages, names, cloud);
        var variables = new HashMap<String, String>();
        IDS.forEach((name, value) -> variables.put("SERVEML_" + name, value));
        variables.put("BELAY_AWS_ENDPOINT", cloud.aws.endpoint().toString());
        variables.put("SERVEML_CA", certificate.authority());
        variables.put("SERVEML_GUIDE_URL", pages.url() + "/guide");
        variables.put("SERVEML_STATUS_URL", pages.url() + "/status");
        var example = new Example("serveml-lambda", places(api.port(), app.port(), names.address()), variables);
        belay = new Operator(example.open(folder, time), time, Duration.ofMinutes(15));
    }

    /** Where the small ServeML is, in the place of where the file looks for the great one. */
    private static Map<String, String> places(int api, int app, String names) {
        var there = CA + ", url: \"https://localhost:" + app;
        return Map.ofEntries(
                Map.entry("us-east-1", AwsServer.REGION),
                Map.entry("url: \"https://api.serveml.com", CA + ", url: \"https://localhost:" + api),
                Map.entry("url: \"https://app.serveml.com", there),
                Map.entry("url: \"https://serveml.com", there),
                Map.entry("url: \"https://docs.serveml.com", there),
                Map.entry(
                        "http:\n        url: \"https://app.serveml.com",
                        "http:\n        " + CA + "\n        url: \"https://localhost:" + app),
                Map.entry("tls: { host: api.serveml.com", tls(api)),
                Map.entry("tls: { host: serveml.com", tls(app)),
                Map.entry("resolver: 8.8.8.8, ", ""),
                Map.entry("dns: { ", "dns: { resolver: \"" + names + "\", "),
                Map.entry("host: \"${public-env:SERVEML_OLD_HOST}\", port: 443", "host: 127.0.0.1, port: " + api),
                // A laden machine is no promise of how fast ServeML is: samples are few, and bounds twice as wide.
                Map.entry("count: 200, warm-up: 10", "count: 8, warm-up: 2"),
                Map.entry("p95: 500ms, p99: 1s", "p95: 1s, p99: 2s"),
                Map.entry("within: 1s", "within: 5s"));
    }

    private static String tls(int port) {
        return "tls: { " + CA + ", host: localhost, port: " + port;
    }

    /** Sets all alarms of the file, and looks at them from now on. */
    void watch() {
        Operator.passed(belay.setAlarms());
        cloud.traffic.watch();
    }

    /** What the topic was told, in order. */
    List<String> topic() {
        return cloud.aws.sns().published().stream()
                .map(each -> each.subject() + "\n" + each.text())
                .toList();
    }

    @Override
    public void close() throws IOException {
        for (var each : open) {
            each.close();
        }
    }
}
