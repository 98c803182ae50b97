package io.belay.adapter.net.websocket;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.belay.adapter.net.http.Access;
import io.belay.adapter.net.http.Clients;
import io.belay.adapter.net.http.NoAnswer;
import io.belay.adapter.net.http.Reasons;
import io.belay.core.Deadline;
import io.belay.core.fact.FactName;
import io.belay.core.probe.Observation;
import io.belay.core.probe.Probe;
import io.belay.core.probe.Target;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** One handshake, on a client of its own: ending that is the one way to break a handshake off. */
record WebSocketProbe(
        Clients clients,
        Target target,
        URI uri,
        Access access,
        Optional<String> subprotocol,
        Optional<String> send,
        Set<FactName> asked)
        implements Probe {
    private static final Set<String> OF_THE_MESSAGE = Set.of("message", "json", "reply");

    /** How long a server is given to take leave; it has answered by then. */
    private static final Duration FAREWELL = Duration.ofMillis(100);

    @Override
    public Observation observe(Deadline deadline) throws InterruptedException {
        var until = deadline.within(access.timeout());
        var client = clients.alone(access.trust());
        var start = System.nanoTime();
        try {
            var talk = talk(client, until);
            return new Observation.Answered(talk.facts(asked), since(start));
        } catch (NoAnswer none) {
            return none.after(since(start));
        } finally {
            client.shutdownNow();
        }
    }

    private Talk talk(HttpClient client, Deadline until) throws NoAnswer, InterruptedException {
        var left = until.remaining();
        if (!left.isPositive()) {
            throw NoAnswer.silent("a turn: no time was left to ask");
        }
        var listener = new FirstMessage();
        var builder = client.newWebSocketBuilder().connectTimeout(left);
        access.headers().forEach(header -> builder.header(header.name(), header.value()));
        subprotocol.ifPresent(builder::subprotocols);
        var opening = builder.buildAsync(uri, listener);
        try {
            return spoken(opening.get(left.toNanos(), NANOSECONDS), listener, until);
        } catch (TimeoutException _) {
            throw NoAnswer.silent("the handshake");
        } catch (ExecutionException exception) {
            if (exception.getCause() instanceof WebSocketHandshakeException refused) {
                return Talk.refused(refused);
            }
            throw Reasons.of(exception.getCause());
        }
    }

    private Talk spoken(WebSocket socket, FirstMessage listener, Deadline until) throws NoAnswer, InterruptedException {
        try {
            var opened = System.nanoTime();
            if (send.isPresent()) {
                await(socket.sendText(send.get(), true), until, "the sending");
            }
            if (asked.stream().noneMatch(name -> OF_THE_MESSAGE.contains(name.fact()))) {
                return Talk.opened(socket.getSubprotocol());
            }
            var heard = await(listener.heard(), until, "a message");
            return Talk.heard(socket.getSubprotocol(), heard, since(opened));
        } finally {
            leave(socket);
        }
    }

    private static <T> T await(CompletableFuture<T> coming, Deadline until, String what)
            throws NoAnswer, InterruptedException {
        try {
            return coming.get(until.remaining().toNanos(), NANOSECONDS);
        } catch (TimeoutException _) {
            throw NoAnswer.silent(what);
        } catch (ExecutionException exception) {
            throw Reasons.of(exception.getCause());
        }
    }

    private static void leave(WebSocket socket) throws InterruptedException {
        try {
            if (!socket.isOutputClosed() && !Thread.currentThread().isInterrupted()) {
                socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(FAREWELL.toNanos(), NANOSECONDS);
            }
        } catch (TimeoutException | ExecutionException _) {
            // It has answered; how it takes leave changes nothing.
        } finally {
            socket.abort();
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
