package io.belay.five.wmsfc;

import io.belay.adapter.deliveries.DeliveryShape;
import io.belay.core.testkit.TestingTime;
import io.belay.five.Example;
import io.belay.five.Operator;
import io.belay.five.loopback.MariaDb;
import io.belay.five.loopback.Site;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The small system, release 1 in it, and Belay opened by the very file of the example. */
final class Small implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final TestingTime time = new TestingTime();
    private final CommandDatabase database;
    private final CommandCloud cloud;
    private final Meter meter;
    private final Site site;
    private final Operator belay;

    Small(MariaDb server, Path folder) throws IOException, SQLException {
        database = new CommandDatabase(server);
        database.make(CommandDatabase.SCHEMA, CommandDatabase.ENHANCEMENT, CommandDatabase.SETUP);
        var example = new Example("wms-fc", places(server.port()), Map.of("WMS_DB_HOST", "127.0.0.1"));
        cloud = new CommandCloud(time, example.environment(), Release.GOOD);
        meter = new Meter(cloud.aliyun().cloudMonitor(), time, new CommandService(database, cloud::serving));
        site = Site.plain(meter);
        var variables = new HashMap<>(cloud.environment());
        variables.put("WMS_DB_HOST", "127.0.0.1");
        variables.put("WMS_URL", site.url() + "/api/command");
        belay = new Operator(new Example("wms-fc", places(server.port()), variables).open(folder, time), time, LIMIT);
    }

    /** The port of MariaDB, wherever the file names the database's host; the small cloud is in one region alone; fewer samples. */
    private static Map<String, String> places(int port) {
        var host = "host: \"${public-env:WMS_DB_HOST}\"";
        var places = new HashMap<>(Map.of(
                "region: ap-southeast-5",
                "region: cn-hangzhou",
                host + ", port: 3306",
                host + ", port: " + port,
                // A laden machine is no promise of how fast a system is.
                "samples: { count: 20, warm-up: 3 }",
                "samples: { count: 6, warm-up: 1 }",
                "p95: 1s",
                "p95: 1200ms"));
        for (var indent : List.of(" ".repeat(6), " ".repeat(8), " ".repeat(12))) {
            places.put("mysql:\n" + indent + host, "mysql:\n" + indent + host + "\n" + indent + "port: " + port);
        }
        return places;
    }

    TestingTime time() {
        return time;
    }

    CommandDatabase database() {
        return database;
    }

    CommandCloud cloud() {
        return cloud;
    }

    Operator belay() {
        return belay;
    }

    void minutes(int count) {
        for (int at = 0; at < count; at++) {
            meter.minute();
        }
    }

    /** What the door answers to the alarm, as MNS delivers it. */
    String ring() {
        return belay.ring(DeliveryShape.CLOUDMONITOR_BY_MNS_TOPIC, cloud.delivery());
    }

    /** A customer places an order; the status that he sees. */
    int order() throws IOException, InterruptedException {
        var login = send("/auth/login", "", "{\"username\":\"belay\",\"password\":\"change-me\"}");
        var token = login.body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
        return send("/production/orders", token, "{\"part_number\":\"P-1\",\"quantity\":1,\"priority\":\"normal\"}")
                .statusCode();
    }

    private HttpResponse<String> send(String path, String token, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(site.url() + "/api/command" + path))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Override
    public void close() {
        site.close();
        cloud.close();
    }
}
