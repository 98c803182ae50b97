package io.belay.five.wmscompose;

import io.belay.five.loopback.Call;
import io.belay.five.loopback.Desk;
import io.belay.five.loopback.Reply;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/**
 * The backend. Which image runs is asked at each call: release 2 writes a column that is not there, and an image that is no backend knows
 * none of the paths.
 */
final class Backend implements Desk {
    private static final Map<String, String> SAFE = Map.of(
            "Strict-Transport-Security", "max-age=31536000; includeSubDomains",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Content-Security-Policy", "default-src 'self'");

    private final Warehouse warehouse;
    private final IntSupplier release;
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();

    Backend(Warehouse warehouse, IntSupplier release) {
        this.warehouse = warehouse;
        this.release = release;
    }

    @Override
    public Reply answer(Call call) throws SQLException {
        var running = release.getAsInt();
        var reply = running == 0 ? Reply.status(404) : routed(call, running);
        for (var each : SAFE.entrySet()) {
            reply = reply.with(each.getKey(), each.getValue());
        }
        return reply;
    }

    private Reply routed(Call call, int running) throws SQLException {
        if (call.asked().startsWith("DELETE /api/compositions/instances/")) {
            return signedIn(call) ? new Compositions(warehouse).forget(call.part(3)) : Reply.status(401);
        }
        return switch (call.asked()) {
            case "GET /" -> Reply.page("<!doctype html><title>WMS</title>");
            case "GET /metrics" -> Exposition.of("wms_compositions_total 1\n");
            case "GET /api/health", "GET /api/health/live" -> Reply.json(200, Map.of("status", "healthy"));
            case "GET /api/health/ready", "GET /api/compositions/health" -> ready();
            case "GET /api/health/comprehensive" ->
                Reply.json(200, Map.of("status", "healthy", "performance", Map.of("memory", Map.of("heapUsed", 61))));
            case "GET /api/compositions/cache/stats" -> Reply.json(200, Map.of("hits", 12, "misses", 3));
            case "GET /api/compositions/definitions" -> Reply.json(200, new Compositions(warehouse).definitions());
            case "POST /api/auth/login" -> login(call);
            case "POST /api/compositions/instances" ->
                signedIn(call) ? new Compositions(warehouse).compose(call.json(), running == 2) : Reply.status(401);
            case "GET /api/orders" -> signedIn(call) ? Reply.json(200, List.of()) : Reply.status(401);
            default -> Reply.status(404);
        };
    }

    private Reply ready() throws SQLException {
        try (var connection = warehouse.connect()) {
            return Reply.json(200, Map.of("ready", connection.isValid(1)));
        }
    }

    private boolean signedIn(Call call) {
        return tokens.contains(call.token());
    }

    private Reply login(Call call) throws SQLException {
        var who = call.json();
        if (!new Compositions(warehouse)
                .knows(who.path("username").asString(""), who.path("password").asString(""))) {
            return Reply.status(401);
        }
        var token = UUID.randomUUID().toString();
        tokens.add(token);
        return Reply.json(200, Map.of("token", token));
    }
}
