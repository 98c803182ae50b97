package io.belay.five.bailian;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.adapter.deliveries.DeliveryShape;
import io.belay.assembly.Bundle;
import io.belay.assembly.door.Bell;
import io.belay.assembly.door.Door;
import io.belay.assembly.door.Doorway;
import io.belay.assembly.door.Log;
import io.belay.core.Cause;
import io.belay.core.Correlation;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.testkit.TestingTime;
import io.belay.demo.server.RedisServer;
import io.belay.five.Example;
import io.belay.five.loopback.MariaDb;
import io.belay.five.loopback.Reply;
import io.belay.five.loopback.Site;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** The small system with release 1 in it, and Belay opened by the very file of the example. */
final class Bailian implements AutoCloseable {
    private static final Correlation CORRELATION = new Correlation("bailian-test");
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final TestingTime time = new TestingTime();
    private final Sessions sessions;
    private final BailianCloud cloud;
    private final Monitor monitor;
    private final Site site;
    private final Site front;
    private final Bundle belay;

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
        belay = new Example("bailian-ack", places, variables).open(folder, time);
    }

    TestingTime time() {
        return time;
    }

    BailianCloud cloud() {
        return cloud;
    }

    Bundle belay() {
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

    Report ask(String function, String... only) {
        return belay.function(function).apply(new Request(Set.of(only), time.in(LIMIT), CORRELATION));
    }

    /** A person looks at the plan of the alarms, and has it made. */
    Report setAlarms() {
        var plan = ask(Bundle.ALARMS_PLAN)
                .findings()
                .getFirst()
                .evidence()
                .getFirst()
                .observed();
        var ada = Optional.<Cause>of(new Cause.Person("Ada", Optional.of(plan)));
        return belay.function(Bundle.ALARMS_APPLY).apply(new Request(Set.of(), time.in(LIMIT), CORRELATION, ada));
    }

    /** What the door answers to the rule {@code alarm}, as CloudMonitor calls back. */
    String ring(String alarm) {
        var body = Callback.of(cloud.aliyun().cloudMonitor().rules(), alarm, time.instant());
        var quiet =
                new Log(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8), time, UnaryOperator.identity());
        return new Bell(
                        new Doorway(() -> new Door(belay, quiet), quiet),
                        Bundle.ROLLBACK,
                        Set.of(DeliveryShape.CLOUDMONITOR_CALLBACK))
                .ring(body.getBytes(UTF_8), time.in(LIMIT), CORRELATION)
                .body();
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
