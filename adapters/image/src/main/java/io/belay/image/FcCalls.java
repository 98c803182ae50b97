package io.belay.image;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Every call that Function Compute and people make. */
record FcCalls(int port) {
    /** What changes something and is opened for the training. */
    static final String OPEN = "rollback verify stamp clear stop resume alarms-apply alarms-drill";

    /** What is told of by {@code /invoke}: it is what hears of alarms. */
    static final String FUNCTION = "rollback";

    private static final Set<String> OWN = Set.of("/initialize", "/invoke", "/pre-stop");
    private static final String BY = "{\"by\":\"training\"}";
    private static final String TIMER =
            "{\"triggerTime\":\"2026-11-28T00:00:00Z\",\"triggerName\":\"sweep\",\"payload\":\"sweep\"}";

    /** CloudMonitor's callback. */
    private static final String CALLBACK =
            "alertName=serve-errors&ruleId=serve-errors&alertState=ALERT&triggerLevel=CRITICAL"
                    + "&preTriggerLevel=OK&timestamp=1795824000000&dimensions=%7BuserId%3D1%7D&userId=1";

    void all() throws IOException, InterruptedException {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            call(client, "POST", "/initialize", "", "*/*");
            call(client, "GET", "/health/live", "", "*/*");
            call(client, "GET", "/health/ready", "", "*/*");
            call(client, "POST", "/health", "", "*/*");
            call(client, "POST", "/health", "{\"within\":\"5s\"}", "*/*");
            call(client, "POST", "/health", "{\"only\":[\"certificate\"]}", "*/*");
            call(client, "POST", "/invoke", "", "*/*");
            call(client, "POST", "/invoke", TIMER, "*/*");
            call(client, "POST", "/alarms", CALLBACK, "*/*");
            call(client, "POST", "/invoke", CALLBACK, "*/*");
            for (var face : List.of("application/json", "text/html", "text/plain", "application/xml")) {
                call(client, "GET", "/health", "", face);
            }
            call(client, "GET", "/metrics", "", "text/plain");
            for (var path : List.of(
                    "/migration-verify", "/rollback-plan", "/release", "/alarms-plan", "/alarms-drift", "/systems")) {
                call(client, "GET", path, "", "application/json");
            }
            call(client, "POST", "/stamp", "", "application/json");
            call(client, "POST", "/rollback", BY, "application/json");
            call(client, "POST", "/verify", "", "application/json");
            call(client, "POST", "/clear", "{\"by\":\"training\",\"revisions\":[\"1\"]}", "application/json");
            call(client, "POST", "/stop", BY, "application/json");
            call(client, "POST", "/resume", BY, "application/json");
            call(client, "GET", "/pre-stop", "", "*/*");
        }
    }

    private void call(HttpClient client, String method, String path, String body, String accept)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Accept", accept)
                .header("x-fc-control-path", OWN.contains(path) ? path : "/http-invoke")
                .timeout(Duration.ofSeconds(60))
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        System.out.println(method + " " + path + ": " + answer.statusCode());
        if (!Set.of(200, 202, 503).contains(answer.statusCode())
                || answer.body().contains("refusal/")) {
            throw new IllegalStateException(path + " was answered: " + answer.body());
        }
    }
}
