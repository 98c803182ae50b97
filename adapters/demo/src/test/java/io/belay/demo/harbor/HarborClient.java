package io.belay.demo.harbor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Asks harbor as anybody would. */
record HarborClient(HttpClient client, String url) implements AutoCloseable {

    static HarborClient of(Harbor harbor) {
        return new HarborClient(HttpClient.newHttpClient(), harbor.url());
    }

    HttpResponse<String> ask(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(10));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return ask("GET", path, "", headers);
    }

    HttpResponse<String> logIn(String password) throws IOException, InterruptedException {
        return ask("POST", "/auth/login", Json.text(Map.of("user", Harbor.USER, "password", password)));
    }

    /** The header of somebody who has logged in. */
    String[] token(Harbor harbor) throws IOException, InterruptedException {
        var answer = logIn(named(harbor, "HARBOR_PASSWORD"));
        return new String[] {"Authorization", "Bearer " + field(answer, "token")};
    }

    /** What {@code harbor} tells its system file under {@code name}. */
    static String named(Harbor harbor, String name) {
        return Objects.requireNonNull(harbor.environment().get(name), name);
    }

    static String field(HttpResponse<String> answer, String name) {
        var matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(answer.body());
        if (!matcher.find()) {
            throw new AssertionError("no " + name + " in " + answer.body());
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        client.close();
    }
}
