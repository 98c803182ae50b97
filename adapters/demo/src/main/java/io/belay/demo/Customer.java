package io.belay.demo;

import io.belay.demo.harbor.Harbor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who ships with harbor. */
record Customer(Harbor harbor) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What harbor said to an order. */
    record Served(int status, String said) {
        boolean well() {
            return status == 201;
        }

        @Override
        public String toString() {
            return status + (well() ? "" : " " + said);
        }
    }

    Served order() throws IOException, InterruptedException {
        var known = harbor.environment();
        var login = post(
                "/auth/login",
                "",
                Map.of(
                        "user",
                        known.getOrDefault("HARBOR_USER", ""),
                        "password",
                        known.getOrDefault("HARBOR_PASSWORD", "")));
        var token = JSON.readTree(login.body()).path("token").stringValue("");
        var order = post("/orders", token, Map.of("ref", UUID.randomUUID().toString(), "destination", "Busan"));
        JsonNode said = JSON.readTree(order.body());
        return new Served(order.statusCode(), said.path("error").stringValue(""));
    }

    private HttpResponse<String> post(String path, String token, Map<String, String> body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(harbor.url() + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
