package io.belay.five.uvis;

import static io.belay.five.uvis.UvisCloud.IDS;

import io.belay.core.testkit.TestingTime;
import io.belay.demo.server.WebSocketServer;
import io.belay.five.Example;
import io.belay.five.Operator;
import io.belay.five.aws.Periods;
import io.belay.five.aws.Resource;
import io.belay.five.loopback.NameServer;
import io.belay.five.loopback.Reply;
import io.belay.five.loopback.Site;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** UVIS, deployed with release 1 in a small AWS, and Belay before it. */
final class Uvis implements Closeable {
    private static final Map<String, String> SAFE = Map.of("Strict-Transport-Security", "max-age=31536000");
    private static final String GRAFANA_TOKEN = "glsa_looks_only";

    final TestingTime time = Periods.next();
    final FleetStore store;
    final UvisCloud cloud;
    final Operator belay;
    private final Path migrations;
    private final Queue<String> slack = new ConcurrentLinkedQueue<>();
    private final List<Closeable> open;
    private final Customers customers;

    Uvis(UvisServers servers, Path folder) throws IOException, SQLException {
        store = servers.database();
        cloud = new UvisCloud(time);
        migrations = Files.createDirectory(folder.resolve("versions"));
        ship("0001_fleet.py", "0002_indexes.py");
        var sessions = Sessions.in(servers.redis());
        var desk = new FleetDesk(store, sessions, () -> cloud.serving(UvisCloud.BACKEND), time);
        var behind = cloud.traffic.before(desk);
        var tls = servers.certificate().context();
        var inside = Site.plain(behind);
        customers = new Customers(inside.url());
        var api = Site.secure(tls, behind);
        var app = Site.secure(tls, _ -> Reply.page("<title>ColdChain</title>" + cloud.serving(UvisCloud.FRONTEND)));
        var front = Site.secure(tls, _ -> new Reply(200, SAFE, "ColdChain"));
        var plain = Site.plain(
                call -> Reply.status(301).with("Location", "https://localhost:" + front.port() + call.uri()));
        var tracking = WebSocketServer.open(
                tls.getServerSocketFactory(), desk::door, "{\"vehicle\":1,\"lat\":35.1,\"lon\":129.04}");
        var names = NameServer.open(60, (name, type) -> cloud.aws.route53().values(UvisCloud.ZONE, name, type));
        var stack = Site.plain(new Stack(GRAFANA_TOKEN, () -> cloud.traffic.calls()));
        var hook = Site.plain(call -> {
            slack.add(call.body());
            return new Reply(200, Map.of(), "ok");
        });
        open = List.of(customers, inside, api, app, front, plain, tracking, names, stack, hook, sessions, cloud);
        var places = new UvisPlaces(
                api.port(), app.port(), front.port(), plain.port(), tracking.port(), names.address(), servers);
        var variables = new HashMap<String, String>();
        IDS.forEach((name, value) -> variables.put("UVIS_" + name, value));
        variables.putAll(Map.ofEntries(
                Map.entry("BELAY_AWS_ENDPOINT", cloud.aws.endpoint().toString()),
                Map.entry("UVIS_CA", servers.certificate().authority()),
                Map.entry("UVIS_OLD_HOST", "127.0.0.1"),
                Map.entry("UVIS_DB_PUBLIC_NAME", "127.0.0.1"),
                Map.entry("UVIS_DB_PASSWORD", "looks-only"),
                Map.entry("UVIS_REDIS_PASSWORD", servers.redis().password()),
                Map.entry("UVIS_PROMETHEUS_URL", servers.watchtower().prometheus()),
                Map.entry("UVIS_ALERTMANAGER_URL", servers.watchtower().alertmanager()),
                Map.entry("UVIS_GRAFANA_URL", stack.url() + "/grafana"),
                Map.entry("UVIS_GRAFANA_TOKEN", GRAFANA_TOKEN),
                Map.entry("UVIS_ELASTIC_URL", stack.url() + "/elastic"),
                Map.entry("UVIS_KIBANA_URL", stack.url() + "/kibana"),
                Map.entry("UVIS_MIGRATIONS", migrations.toString()),
                Map.entry("UVIS_SLACK", hook.url() + "/services/T0/B0/secret")));
        belay = new Operator(
                new Example("uvis-ecs", places.all(), variables).open(folder, time), time, Duration.ofMinutes(15));
    }

    /** Release 2 ships one migration more. */
    void ship(String... scripts) throws IOException {
        for (var script : scripts) {
            Files.writeString(migrations.resolve(script), Resource.text("uvis", "migrations/" + script));
        }
    }

    /** Calls that customers make, past the balancer. */
    Customers customers() {
        return customers;
    }

    /** What the channel of Slack was told, in order. */
    List<String> slack() {
        return List.copyOf(slack);
    }

    /** What the topic was told, in order. */
    List<String> topic() {
        return cloud.aws.sns().published().stream()
                .map(each -> each.subject() + "\n" + each.text())
                .toList();
    }

    /** Sets all alarms of the file, and looks at them from now on. */
    void watch() {
        Operator.passed(belay.setAlarms());
        cloud.traffic.watch();
    }

    @Override
    public void close() throws IOException {
        for (var each : open) {
            each.close();
        }
    }
}
