package io.belay.adapter.net.websocket;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Waits for the first text message, whole or as much of it as is kept, or for the server to hang up. */
final class FirstMessage implements WebSocket.Listener {
    private static final int MOST = 1024 * 1024;

    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<Heard> heard = new CompletableFuture<>();

    /**
     * What was heard.
     *
     * @param said the message; where it hung up, why
     * @param hungUp whether it hung up without a message
     * @param cut whether more was said than is kept
     */
    record Heard(String said, boolean hungUp, boolean cut) {}

    CompletableFuture<Heard> heard() {
        return heard;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        text.append(part, 0, Math.min(part.length(), MOST - text.length()));
        var cut = text.length() == MOST;
        if (cut && Character.isHighSurrogate(text.charAt(MOST - 1))) {
            text.setLength(MOST - 1);
        }
        if (last || cut) {
            heard.complete(new Heard(text.toString(), false, cut));
            return null;
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        heard.complete(new Heard(status + (reason.isEmpty() ? "" : " " + reason), true, false));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable thrown) {
        heard.completeExceptionally(thrown);
    }
}
