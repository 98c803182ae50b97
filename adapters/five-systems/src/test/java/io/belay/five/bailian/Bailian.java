package io.belay.five.bailian;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.adapter.deliveries.DeliveryShape;
import io.belay.core.testkit.TestingTime;
import io.belay.demo.server.RedisServer;
import io.belay.five.Example;
import io.belay.five.Operator;
import io.belay.five.loopback.MariaDb;
import io.belay.five.loopback.Reply;
import io.belay.five.loopback.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The small system with release 1 in it, and Belay opened by the very file of the example. */
final class Bailian implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final TestingTime time = new TestingTime();
    private final Sessions sessions;
    private final BailianCloud cloud;
    private final Monitor monitor;
    private final Site site;
    private final Site front;
    private final Operator belay;

    Bailian(MariaDb server, RedisServer redis, Path folder) throws IOException, SQLException {
        var places = Map.of(
                // A machine that builds something beside it may well be slower than a cluster.
                "status: 200, within: 1s", "status: 200, within: 10s",
                "host: \"${public-env:BAILIAN_DB_HOST}\"", "host: 127.0.0.1\n        port: " + server.port(),
                "host: \"${public-env:BAILIAN_REDIS_HOST}\"", "host: 127.0.0.1, port: " + redis.port());
        var given = new Example("bailian-ack", places, Map.of()).environment();
        var users = Users.made(server);
        var keys = BailianCloud.keys();
        var tally = new Tally();
        sessions = new Sessions(redis);
        cloud = new BailianCloud(time, given);
        cloud.cluster().readiness(image -> new Backend(Release.of(image), users, sessions, keys, tally).ready());
        cloud.cluster().deploy(Release.GOOD.image());
        monitor = new Monitor(
                cloud.aliyun().cloudMonitor(),
                time,
                String.valueOf(given.get("BAILIAN_CLUSTER")),
                tally::failed,
                cloud::unavailable);
        site = Site.plain(new Pods(
                cloud.cluster()::ready,
                image -> new Backend(Release.of(image), users, sessions, keys, tally),
                new AtomicInteger()));
        front = Site.plain(_ -> Reply.page("<!doctype html><title>Bailian</title>"));
        var variables = new HashMap<>(cloud.environment());
        variables.put("BAILIAN_URL", site.url());
        variables.put("BAILIAN_GATEWAY_URL", site.url());
        variables.put("BAILIAN_FRONT_URL", front.url());
        variables.put("BAILIAN_REDIS_PASSWORD", redis.password());
        belay = new Operator(new Example("bailian-ack", places, variables).open(folder, time), time, LIMIT);
    }

    TestingTime time() {
        return time;
    }

    BailianCloud cloud() {
        return cloud;
    }

    Operator belay() {
        return belay;
    }

    void minutes(int count) {
        for (int at = 0; at < count; at++) {
            monitor.minute();
        }
    }

    /** The pods that serve, by image. */
    Map<String, Integer> serving() {
        return cloud.cluster().ready();
    }

    /** What the door answers to the rule {@code alarm}, as CloudMonitor calls back. */
    String ring(String alarm) {
        var body = Callback.of(cloud.aliyun().cloudMonitor().rules(), alarm, time.instant());
        return belay.ring(DeliveryShape.CLOUDMONITOR_CALLBACK, body.getBytes(UTF_8));
    }

    /** A customer logs in and looks at a page of his; the status that he sees. */
    int look() throws IOException, InterruptedException {
        return new Customer(site.url()).look();
    }

    @Override
    public void close() {
        List.of(site, front).forEach(Site::close);
        sessions.close();
        cloud.close();
    }
}
