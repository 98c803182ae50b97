package io.belay.five.serveml;

import io.belay.demo.server.Secrets;
import io.belay.five.loopback.Call;
import io.belay.five.loopback.Desk;
import io.belay.five.loopback.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The backend: people log in and have models served. Release 2 of it is slow, and release 2 of the function that serves models
 * serves none; behind a balancer without targets nothing answers at all.
 */
record ModelDesk(ServemlCloud cloud, Map<String, String> users, Map<String, String> tokens, Map<String, String> table)
        implements Desk {
    static final Duration SLOW = Duration.ofMillis(1_200);

    private static final String BAD = "2";
    private static final String APP = "https://app.serveml.com";
    private static final String DEPLOYMENTS = "/api/v1/deployments";

    ModelDesk(ServemlCloud cloud) {
        this(cloud, new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }

    @Override
    public Reply answer(Call call) {
        if (!cloud.address().equals(ServemlCloud.BALANCER)) {
            return Reply.status(503);
        }
        return switch (call.asked()) {
            case "GET /health" -> health();
            case "OPTIONS /health" -> cors(call);
            case "POST /api/v1/auth/register" -> register(call);
            case "POST /api/v1/auth/login" -> logIn(call);
            default -> tokens.containsKey(call.token()) ? known(call) : Reply.status(401);
        };
    }

    private Reply health() {
        if (cloud.backend().equals(BAD)) {
            try {
                Thread.sleep(SLOW);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        return Reply.json(200, Map.of("status", "healthy", "release", cloud.backend()));
    }

    private static Reply cors(Call call) {
        var reply = Reply.status(204);
        return call.header("origin").filter(APP::equals).isPresent()
                ? reply.with("Access-Control-Allow-Origin", APP)
                : reply;
    }

    private Reply register(Call call) {
        var said = call.json();
        var there = users.putIfAbsent(
                said.path("email").asString(""), said.path("password").asString(""));
        return there == null ? Reply.json(201, Map.of()) : Reply.status(409);
    }

    private Reply logIn(Call call) {
        var said = call.json();
        var email = said.path("email").asString("");
        if (!said.path("password").asString("").equals(users.get(email))) {
            return Reply.status(401);
        }
        var token = Secrets.make();
        tokens.put(token, email);
        return Reply.json(200, Map.of("access_token", token));
    }

    private Reply known(Call call) {
        var id = call.part(3);
        return switch (call.method() + " /" + call.part(0) + "/" + call.part(1) + "/" + call.part(2)) {
            case "DELETE /api/v1/auth" -> {
                users.remove(String.valueOf(tokens.remove(call.token())));
                yield Reply.status(204);
            }
            case "POST " + DEPLOYMENTS -> serve();
            case "GET " + DEPLOYMENTS ->
                table.containsKey(id) ? Reply.json(200, Map.of("id", id, "status", "active")) : Reply.status(404);
            case "DELETE " + DEPLOYMENTS -> table.remove(id) == null ? Reply.status(404) : Reply.status(204);
            default -> Reply.status(404);
        };
    }

    private Reply serve() {
        if (cloud.model().equals(BAD)) {
            return Reply.json(500, Map.of("error", "serveml-serve failed"));
        }
        var id = Secrets.make();
        table.put(id, cloud.model());
        return Reply.json(201, Map.of("id", id));
    }
}
