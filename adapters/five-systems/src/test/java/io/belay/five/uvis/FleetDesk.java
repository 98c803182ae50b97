package io.belay.five.uvis;

import io.belay.demo.server.WebSocketServer;
import io.belay.five.loopback.Call;
import io.belay.five.loopback.Desk;
import io.belay.five.loopback.Reply;
import java.net.URI;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/** The backend: people log in, send vehicles on their way, and follow them. Which release it is, the cloud says. */
record FleetDesk(FleetStore store, Sessions sessions, Supplier<String> release, InstantSource time) implements Desk {
    /** The release that writes into a column which its own migration makes. */
    private static final String URGENT = "2";

    private static final String DISPATCHES = "/api/v1/dispatches";

    @Override
    public Reply answer(Call call) throws SQLException {
        return switch (call.asked()) {
            case "GET /health" ->
                Reply.json(
                        200,
                        Map.of("status", "healthy", "timestamp", time.instant().toString(), "release", release.get()));
            case "GET /ready" -> ready();
            case "GET /docs" -> Reply.page("<title>ColdChain - Swagger UI</title><script src=\"openapi.js\"></script>");
            case "POST /api/v1/auth/register" -> register(call);
            case "POST /api/v1/auth/login" -> logIn(call);
            default -> known(call);
        };
    }

    private Reply ready() {
        var database = store.answers();
        var redis = sessions.answers();
        return Reply.json(
                database && redis ? 200 : 503,
                Map.of(
                        "status",
                        database && redis ? "ready" : "not ready",
                        "database",
                        database ? "connected" : "disconnected",
                        "redis",
                        redis ? "connected" : "disconnected"));
    }

    private Reply register(Call call) throws SQLException {
        var said = call.json();
        return store.register(
                        text(call, "email"),
                        text(call, "password"),
                        said.path("name").asString(""))
                .map(id -> Reply.json(201, Map.of("id", id)))
                .orElseGet(() -> Reply.status(409));
    }

    private Reply logIn(Call call) throws SQLException {
        return store.user(text(call, "email"), text(call, "password"))
                .map(user -> Reply.json(200, Map.of("access_token", sessions.open(user), "token_type", "bearer")))
                .orElseGet(() -> Reply.status(401));
    }

    private static String text(Call call, String field) {
        return call.json().path(field).asString("");
    }

    /** What is for those alone who have logged in. */
    private Reply known(Call call) throws SQLException {
        var user = sessions.user(call.token());
        if (user.isEmpty()) {
            return Reply.status(401);
        }
        return switch (call.asked()) {
            case "DELETE /api/v1/auth/me" -> done(store.run("DELETE FROM users WHERE id = ?", user.get()));
            case "GET " + DISPATCHES -> Reply.json(200, store.dispatches());
            case "POST " + DISPATCHES -> dispatch(call);
            case "GET /api/v1/reports/dispatches" ->
                new Reply(
                        200,
                        Map.of("Content-Type", "text/csv"),
                        "dispatches\n" + store.dispatches().size() + "\n");
            default -> one(call);
        };
    }

    private Reply dispatch(Call call) throws SQLException {
        var said = call.json();
        var id = store.dispatch(
                said.path("vehicle_id").asLong(0),
                said.path("driver_id").asLong(0),
                said.path("route_id").asLong(0),
                release.get().equals(URGENT));
        return Reply.json(201, Map.of("id", id));
    }

    private Reply one(Call call) throws SQLException {
        if (!call.uri().getPath().matches(DISPATCHES + "/\\d{1,18}(/files)?")) {
            return Reply.status(404);
        }
        var id = Long.parseLong(call.part(3));
        return switch (call.method() + " " + call.part(4)) {
            case "PATCH " -> done(store.run("UPDATE dispatches SET note = ? WHERE id = ?", text(call, "note"), id));
            case "DELETE " -> done(store.run("DELETE FROM dispatches WHERE id = ?", id));
            case "POST files" ->
                done(store.run("INSERT INTO dispatch_files (dispatch_id, content) VALUES (?, ?)", id, call.body()));
            default -> Reply.status(405);
        };
    }

    private static Reply done(int rows) {
        return rows > 0 ? Reply.json(200, Map.of("rows", rows)) : Reply.status(404);
    }

    /** Who may follow a vehicle: {@code /ws/tracking?token=...}. */
    String door(String target) {
        var call = new Call("GET", URI.create(target), Map.of(), "");
        return sessions.user(call.parameter("token")).isPresent() ? WebSocketServer.LET_IN : "401 Unauthorized";
    }
}
