package io.belay.image.check;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The image of Function Compute, started and called. */
final class FcDoor implements Door {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Engine engine;
    private final String image;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    FcDoor(Engine engine, String image) {
        this.engine = engine;
        this.image = image;
    }

    @Override
    public String name() {
        return "Function Compute";
    }

    @Override
    public String image() {
        return image;
    }

    @Override
    public Called call(Cache cache) throws IOException, InterruptedException {
        var port = free();
        try (var container = start(port, cache.options(List.of()), cache.command(image, "fc", List.of()))) {
            var invoked = first(container, port);
            var answered = Instant.now();
            passed(invoked);
            var live = client.send(request(port, "GET", "/health/live"), BodyHandlers.ofString());
            require(live.statusCode() == 200, "/health/live: " + live.statusCode());
            var took = container.ran(answered);
            var peak = container.peak();
            ended(container, container.stop());
            return new Called(took, peak, container.logs());
        }
    }

    /** Is asked to end while a call is under way. */
    @Override
    public void further() throws IOException, InterruptedException {
        var port = free();
        try (var slow = new Slow(engine.here());
                var container = start(port, slow.options(), List.of(image))) {
            var call = slow.whileCalled(() -> first(container, port));
            container.ask();
            await(container, "\"ending\"");
            require(!call.isDone(), "a call was answered before it could be");
            passed(slow.release(call));
            ended(container, container.ended());
        }
    }

    private Container start(int port, List<String> further, List<String> command) throws IOException {
        var options = new ArrayList<>(engine.reached(port));
        options.addAll(engine.nowhereToWrite());
        options.addAll(List.of("-e", "FC_CUSTOM_LISTEN_PORT=" + port));
        options.addAll(further);
        return engine.start("belay-check-fc", options, command);
    }

    private static void passed(HttpResponse<String> answer) throws IOException {
        require(answer.statusCode() == 200 && answer.body().contains("\"verdict\":\"pass\""), answer.body());
    }

    private static void ended(Container container, int exit) throws IOException, InterruptedException {
        require(exit == 143, "asked to end, it ended with " + exit);
        require(container.logs().contains("\"ended\""), "it ended without letting calls finish");
    }

    private static void await(Container container, String said) throws IOException, InterruptedException {
        var until = Instant.now().plus(PATIENCE);
        while (!container.logs().contains(said)) {
            require(Instant.now().isBefore(until), "it did not say " + said + ": " + container.logs());
            Thread.sleep(20);
        }
    }

    /** Calls until it is answered. */
    private HttpResponse<String> first(Container container, int port) throws IOException, InterruptedException {
        var until = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(until)) {
            try {
                return client.send(request(port, "POST", "/invoke"), BodyHandlers.ofString());
            } catch (IOException notYet) {
                // Nobody listens; each millisecond counts, and is on another processor than its own.
                Thread.sleep(1);
                if (!container.starting().isAlive() && !container.alive()) {
                    throw new IOException("it ended: " + container.logs(), notYet);
                }
            }
        }
        throw new IOException("not answered within " + PATIENCE + ": " + container.logs());
    }

    private static HttpRequest request(int port, String method, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, BodyPublishers.noBody())
                .timeout(PATIENCE)
                .build();
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void require(boolean holds, String otherwise) throws IOException {
        if (!holds) {
            throw new IOException(otherwise);
        }
    }
}
