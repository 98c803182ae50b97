package io.belay.five.bailian;

import io.belay.five.loopback.Call;
import io.belay.five.loopback.Desk;
import io.belay.five.loopback.Reply;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The backend as one release has it, with what the Secret gives it. */
record Backend(Release release, Users users, Sessions sessions, Set<String> keys, Tally tally) implements Desk {
    private static final String CORRELATION = "X-Correlation-ID";

    /** Tells a call by an id, and what goes wrong in a structure. */
    @Override
    public Reply answer(Call call) {
        var id = call.header("x-correlation-id")
                .orElseGet(() -> UUID.randomUUID().toString());
        var reply = answered(call, id).with(CORRELATION, id);
        tally.answered(reply.status());
        return reply;
    }

    private Reply answered(Call call, String id) {
        try {
            return switch (call.asked()) {
                case "GET /health/live" -> Reply.json(200, Map.of("status", "alive"));
                case "GET /health/ready" -> readiness();
                case "GET /metrics" -> tally.shown(users.answers(), sessions.answers());
                case "POST /api/auth/login" -> logIn(call, id);
                case "GET /api/users/me" -> me(call, id);
                default -> error(404, "NOT_FOUND", id);
            };
        } catch (SQLException broken) {
            return error(500, "DATABASE_ERROR", id);
        }
    }

    /** Whether a pod of it is ready. */
    boolean ready() {
        return users.answers() && sessions.answers() && keys.contains(release.key());
    }

    private Reply readiness() {
        return Reply.json(
                ready() ? 200 : 503,
                Map.of(
                        "status",
                        ready() ? "ready" : "not_ready",
                        "checks",
                        Map.of(
                                "database", part(users.answers()),
                                "redis", part(sessions.answers()),
                                "external_api", part(keys.contains(release.key())))));
    }

    private static Map<String, String> part(boolean well) {
        return Map.of("status", well ? "healthy" : "unhealthy");
    }

    private Reply logIn(Call call, String id) throws SQLException {
        var said = call.json();
        var user = said.path("username").asString("");
        var known = users.known(user, said.path("password").asString(""));
        tally.login(known);
        return known
                ? Reply.json(200, Map.of("access_token", sessions.open(user), "token_type", "bearer"))
                : error(401, "AUTHENTICATION_FAILED", id);
    }

    private Reply me(Call call, String id) throws SQLException {
        var user = sessions.user(call.token());
        if (user.isEmpty()) {
            return error(401, "AUTHENTICATION_REQUIRED", id);
        }
        return users.ask(release.profile(), user.get())
                .map(profile -> Reply.json(200, Map.of("profile", profile, "roles", List.of("user"))))
                .orElseGet(() -> error(404, "NOT_FOUND", id));
    }

    private static Reply error(int status, String code, String id) {
        return Reply.json(status, Map.of("error", Map.of("code", code, "correlation_id", id)));
    }
}
