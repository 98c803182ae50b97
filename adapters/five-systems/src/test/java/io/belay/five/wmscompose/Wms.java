package io.belay.five.wmscompose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.abort;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.adapter.deliveries.DeliveryShape;
import io.belay.core.Deadline;
import io.belay.core.Report;
import io.belay.core.testkit.TestingTime;
import io.belay.demo.server.Certificate;
import io.belay.demo.server.PostgresServer;
import io.belay.demo.server.RedisServer;
import io.belay.demo.server.ServerException;
import io.belay.five.Example;
import io.belay.five.Operator;
import io.belay.five.loopback.Reply;
import io.belay.five.loopback.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The small system with release 1 on its host, all that it stands on, and Belay opened by the very file of the example. */
final class Wms {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final TestingTime time = new TestingTime();
    private final Deque<Runnable> open;
    private final BlockingQueue<String> alerts = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> slack = new LinkedBlockingQueue<>();
    private final DockerHost docker;
    private final Warehouse warehouse;
    private final Watch watch;
    private final Site backend;
    private final Site exposition;
    private final Path rules;
    private final Operator belay;

    /**
     * Starts it.
     *
     * @param open takes how each thing is closed, the newest first
     */
    Wms(Path folder, Deque<Runnable> open) throws IOException, InterruptedException, SQLException {
        this.open = open;
        docker = new DockerHost(folder);
        docker.deploy(DockerHost.built("backend", 1), Instant.now().minus(Duration.ofMinutes(20)));
        var postgres = PostgresServer.start(
                Files.createDirectory(folder.resolve("postgres")),
                Path.of(System.getProperty("user.home"), ".cache", "belay"));
        open.push(postgres::close);
        warehouse = new Warehouse(postgres, Files.createDirectory(folder.resolve("migrations")));
        warehouse.make();
        var redis = redis(Files.createDirectory(folder.resolve("redis")));
        open.push(redis::close);
        var certificate = Certificate.make(Files.createDirectory(folder.resolve("keys")), 90);
        var desk = new Backend(warehouse, docker::backend);
        backend = opened(Site.plain(desk));
        exposition = opened(Site.plain(new Exposition()));
        watch = new Watch(Files.createDirectory(folder.resolve("watch")));
        open.push(watch::close);
        var pages = opened(Site.plain(call -> switch (call.uri().getPath()) {
            case "/health.html" -> Reply.page("<!doctype html><title>well</title>");
            case "/api/health" -> Reply.json(200, Map.of("database", "ok", "version", "11.2.0"));
            case "/v2/" -> Reply.json(401, Map.of("errors", List.of(Map.of("code", "UNAUTHORIZED"))));
            default -> Reply.status(404);
        }));
        var aws = AwsServer.start();
        open.push(aws::close);
        aws.recorded().record(Warehouse.resource("backups.txt"), Map.of());
        var hook = opened(Site.plain(call -> {
            slack.add(call.body());
            return new Reply(200, Map.of(), "ok");
        }));
        var site = Files.createDirectory(folder.resolve("belay"));
        rules = Files.createDirectory(site.resolve("rules")).resolve("belay.yml");
        var places = new Places(
                backend.url(),
                pages.url(),
                watch,
                docker.project(),
                postgres.port(),
                redis.port(),
                opened(Site.secure(certificate.context(), desk)).port());
        var variables = new HashMap<>(docker.environment());
        variables.putAll(Map.of(
                "BELAY_AWS_ENDPOINT", aws.endpoint().toString(),
                "WMS_PUBLIC_URL", backend.url(),
                "WMS_CA", certificate.authority(),
                "WMS_REDIS_PASSWORD", redis.password(),
                "WMS_MIGRATIONS", warehouse.migrations().toString(),
                "WMS_SLACK", hook.url() + "/services/T0/B0/secret"));
        belay = new Operator(
                new Example("wms-compose", places.all(), variables).open(site, time), time, this::deadline);
    }

    private static RedisServer redis(Path folder) throws InterruptedException {
        try {
            return RedisServer.start(folder);
        } catch (ServerException wantsALibrary) {
            return abort("not tried: " + wantsALibrary.getMessage());
        }
    }

    /** What answers on loopback knows no other clock than the machine's: this one is never behind it. */
    private Deadline deadline() {
        time.advance(Duration.between(time.instant(), Instant.now()));
        return time.in(LIMIT);
    }

    private Site opened(Site site) {
        open.push(site::close);
        return site;
    }

    /** It is watched, and a person has the alarms made. */
    Report watched() throws IOException, InterruptedException {
        var told = opened(Site.plain(call -> {
            alerts.add(call.body());
            return Reply.status(200);
        }));
        watch.start(backend.url(), exposition.url(), rules, told.url() + "/alarms");
        var applied = belay.setAlarms();
        watch.reload("wms-backend-away");
        return applied;
    }

    TestingTime time() {
        return time;
    }

    DockerHost docker() {
        return docker;
    }

    Warehouse warehouse() {
        return warehouse;
    }

    Watch watch() {
        return watch;
    }

    BlockingQueue<String> alerts() {
        return alerts;
    }

    /** What Slack was told, the newest last. */
    List<String> slack() {
        return List.copyOf(slack);
    }

    Operator belay() {
        return belay;
    }

    /** What the door answers to what Alertmanager sent. */
    String ring(String alert) {
        return belay.ring(DeliveryShape.ALERTMANAGER, alert.getBytes(UTF_8));
    }
}
