package io.belay.demo.harbor;

import io.belay.demo.server.WebSocketServer;
import java.io.IOException;
import javax.net.ServerSocketFactory;

/** Tells over a WebSocket where the ship is, to those who bring a token: {@code /ws/tracking?token=...}. */
record Tracking(WebSocketServer server) implements AutoCloseable {

    private static final String PATH = "/ws/tracking?token=";
    private static final String PLACE = "{\"vessel\":\"Ever Belayed\",\"lat\":35.1,\"lon\":129.04}";

    static Tracking open(Tokens tokens) {
        return new Tracking(
                WebSocketServer.open(ServerSocketFactory.getDefault(), target -> door(tokens, target), PLACE));
    }

    private static String door(Tokens tokens, String target) {
        if (!target.startsWith(PATH)) {
            return "400 Bad Request";
        }
        return tokens.user(target.substring(PATH.length())).isPresent() ? WebSocketServer.LET_IN : "401 Unauthorized";
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
