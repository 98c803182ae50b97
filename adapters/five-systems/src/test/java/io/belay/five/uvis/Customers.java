package io.belay.five.uvis;

import io.belay.demo.server.Secrets;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who has an account, looks at dispatches, and sends vehicles on their way. */
record Customers(String url, HttpClient client) implements Closeable {
    private static final String DISPATCH = "{\"vehicle_id\":1,\"driver_id\":2,\"route_id\":1}";

    Customers(String url) {
        this(url, HttpClient.newHttpClient());
    }

    /** Looks {@code times} times at what is on its way. */
    void look(int times) throws IOException, InterruptedException {
        var token = token();
        for (var time = 0; time < times; time++) {
            send("GET", "/api/v1/dispatches", "", token);
        }
    }

    /** Sends {@code times} vehicles; the status that was answered last. */
    int dispatch(int times) throws IOException, InterruptedException {
        var token = token();
        var last = 0;
        for (var time = 0; time < times; time++) {
            last = send("POST", "/api/v1/dispatches", DISPATCH, token).statusCode();
        }
        return last;
    }

    /** Writes a note on the newest dispatch, {@code times} times; the status that was answered last. */
    int note(int times) throws IOException, InterruptedException {
        var token = token();
        send("POST", "/api/v1/dispatches", DISPATCH, token);
        var all = JsonMapper.shared()
                .readTree(send("GET", "/api/v1/dispatches", "", token).body());
        var newest = "/api/v1/dispatches/" + all.path(0).path("id").asString();
        var last = 0;
        for (var time = 0; time < times; time++) {
            last = send("PATCH", newest, "{\"note\":\"late\"}", token).statusCode();
        }
        return last;
    }

    private String token() throws IOException, InterruptedException {
        var account = "{\"email\":\"" + Secrets.make() + "@example.com\",\"password\":\"p\",\"name\":\"n\"}";
        send("POST", "/api/v1/auth/register", account, "");
        var answer = send("POST", "/api/v1/auth/login", account, "").body();
        return JsonMapper.shared().readTree(answer).path("access_token").asString("");
    }

    private HttpResponse<String> send(String method, String path, String body, String token)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(url + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .header("Authorization", "Bearer " + token)
                        .timeout(Duration.ofSeconds(10))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
    }
}
