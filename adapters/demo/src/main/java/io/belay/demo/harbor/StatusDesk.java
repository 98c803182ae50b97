package io.belay.demo.harbor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.demo.server.ServerException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;

/** Says how harbor is: to people, to probes and to Prometheus. */
final class StatusDesk {

    private static final String VERSION = "1.4.2";

    private final Database database;
    private final OrderCache cache;
    private final Traffic traffic;
    private final Supplier<String> serving;
    private final InstantSource time;
    private final Instant started;

    StatusDesk(Database database, OrderCache cache, Traffic traffic, Supplier<String> serving, InstantSource time) {
        this.database = database;
        this.cache = cache;
        this.traffic = traffic;
        this.serving = serving;
        this.time = time;
        this.started = time.instant();
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/", _ -> Reply.text("text/html", page())),
                Route.of("GET", "/health", _ -> health()),
                Route.of("GET", "/ready", _ -> ready()),
                Route.of("GET", "/metrics", _ -> Reply.text("text/plain; version=0.0.4", traffic.text())));
    }

    /** Whether harbor itself lives; it asks nobody else, so that a sick database does not get harbor restarted. */
    private Reply health() {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("status", "healthy");
        answer.put("service", "harbor");
        answer.put("version", VERSION);
        answer.put("release", serving.get());
        answer.put("uptime-seconds", Duration.between(started, time.instant()).toSeconds());
        return Reply.json(200, answer);
    }

    /** Whether it can do its work: only the database is needed for that, Redis makes it faster. */
    private Reply ready() {
        var connected = database.answers();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("database", connected ? "connected" : "disconnected");
        answer.put("redis", cache.state());
        return Reply.json(connected ? 200 : 503, answer);
    }

    private static String page() {
        try (var stream = StatusDesk.class.getResourceAsStream("index.html")) {
            if (stream == null) {
                throw new ServerException("index.html is not in the jar");
            }
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException cause) {
            throw new ServerException("index.html cannot be read", cause);
        }
    }
}
