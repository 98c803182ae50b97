package io.belay.five.serveml;

import io.belay.five.loopback.Call;
import io.belay.five.loopback.Desk;
import java.net.URI;
import java.sql.SQLException;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who has models served. */
final class Users {
    private static final String ACCOUNT = "{\"email\":\"ada@example.com\",\"password\":\"p\"}";

    private final Desk api;

    Users(Serveml serveml) {
        api = serveml.cloud.traffic.before(serveml.desk);
    }

    /** Has {@code times} models served; the status that was answered last. */
    int serve(int times) throws SQLException {
        ask("/api/v1/auth/register", ACCOUNT, "");
        var said = api.answer(call("/api/v1/auth/login", ACCOUNT, "")).body();
        var token = said.isEmpty()
                ? ""
                : JsonMapper.shared().readTree(said).path("access_token").asString("");
        var last = 0;
        for (var time = 0; time < times; time++) {
            last = ask("/api/v1/deployments", "{\"name\":\"m\"}", token);
        }
        return last;
    }

    private int ask(String path, String body, String token) throws SQLException {
        return api.answer(call(path, body, token)).status();
    }

    private static Call call(String path, String body, String token) {
        return new Call("POST", URI.create(path), Map.of("authorization", "Bearer " + token), body);
    }
}
