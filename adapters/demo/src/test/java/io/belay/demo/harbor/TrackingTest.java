package io.belay.demo.harbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TrackingTest {

    /** RFC 6455, section 7.4.1. */
    private static final int ABNORMAL_CLOSURE = 1006;

    private final Tokens tokens = new Tokens(InstantSource.system());
    private final Tracking tracking = Tracking.open(tokens);
    private final HttpClient client = HttpClient.newHttpClient();
    private final CompletableFuture<String> message = new CompletableFuture<>();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();

    @AfterEach
    void close() throws Exception {
        client.shutdownNow();
        tracking.close();
    }

    @Test
    void whoBringsATokenIsToldWhereTheShipIs() throws Exception {
        var socket = connect(tokens.issue("demo")).join();
        socket.sendText("where", true).join();

        assertThat(message.get(5, TimeUnit.SECONDS)).contains("\"vessel\":\"Ever Belayed\"");
    }

    @Test
    void whoBringsNoneIsRefused() {
        assertThatThrownBy(() -> connect("forged").join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refusal ->
                                assertThat(refusal.getResponse().statusCode()).isEqualTo(401));
    }

    @Test
    void closingEndsTheConversation() throws Exception {
        connect(tokens.issue("demo")).join();
        tracking.close();

        assertThat(ended.get(5, TimeUnit.SECONDS)).isEqualTo(ABNORMAL_CLOSURE);
    }

    private CompletableFuture<WebSocket> connect(String token) {
        return client.newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .buildAsync(
                        URI.create("ws://127.0.0.1:" + tracking.port() + "/ws/tracking?token=" + token),
                        new Listener());
    }

    private final class Listener implements WebSocket.Listener {

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            message.complete(text.toString());
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            ended.complete(status);
            return null;
        }
    }
}
