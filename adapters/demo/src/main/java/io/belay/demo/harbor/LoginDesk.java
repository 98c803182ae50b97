package io.belay.demo.harbor;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets users in, and knows them again by their token. */
final class LoginDesk {

    private record Credentials(String user, String password) {}

    private final Users users;
    private final Tokens tokens;

    LoginDesk(Users users, Tokens tokens) {
        this.users = users;
        this.tokens = tokens;
    }

    List<Route> routes() {
        return List.of(Route.of("POST", "/auth/login", this::logIn));
    }

    /** Who makes {@code call}; empty where nobody we know. */
    Optional<String> user(Call call) {
        return call.token().flatMap(tokens::user);
    }

    static Reply unknown() {
        return Reply.refusal(401, "log in first").with("WWW-Authenticate", "Bearer realm=\"harbor\"");
    }

    private Reply logIn(Call call) throws SQLException {
        var credentials = Json.read(call.body(), Credentials.class);
        if (credentials.isEmpty()) {
            return Reply.refusal(400, "a login is {\"user\": ..., \"password\": ...}");
        }
        var user = credentials.get().user();
        if (!users.mayLogIn(user, credentials.get().password())) {
            return Reply.refusal(401, "unknown user or wrong password");
        }
        return Reply.json(200, Map.of("token", tokens.issue(user), "expires-in", Tokens.LIFE.toSeconds()));
    }
}
