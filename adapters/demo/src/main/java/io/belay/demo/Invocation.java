package io.belay.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

/** Calls a function as Function Compute does: {@code POST /invoke} with the platform's headers, the event as the body. */
record Invocation(URI door, String function, String event) {
    String invoke() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(door.resolve("/invoke"))
                .header("x-fc-request-id", UUID.randomUUID().toString())
                .header("x-fc-control-path", "/invoke")
                .header("x-fc-function-name", function)
                .header("Content-Type", "application/octet-stream")
                .timeout(Duration.ofSeconds(90))
                .POST(HttpRequest.BodyPublishers.ofString(event))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
