package io.belay.five.bailian;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who uses it. */
record Customer(String url) {
    /** Logs in, and looks at a page of his; the status that he sees. */
    int look() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var login = client.send(
                    HttpRequest.newBuilder(URI.create(url + "/api/auth/login"))
                            .POST(BodyPublishers.ofString("{\"username\":\"belay\",\"password\":\"change-me\"}"))
                            .build(),
                    BodyHandlers.ofString());
            var token = JsonMapper.shared()
                    .readTree(login.body())
                    .path("access_token")
                    .asString("");
            return client.send(
                            HttpRequest.newBuilder(URI.create(url + "/api/users/me"))
                                    .header("Authorization", "Bearer " + token)
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
