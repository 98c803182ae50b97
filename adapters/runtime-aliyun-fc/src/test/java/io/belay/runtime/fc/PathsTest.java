package io.belay.runtime.fc;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.assembly.door.NotOpen;
import io.belay.runtime.fc.http.Sockets;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PathsTest {
    private Harbor harbor;

    @BeforeEach
    void start() throws Exception {
        harbor = new Harbor();
    }

    @AfterEach
    void stop() {
        harbor.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live", "/health/ready", "/metrics", "/health?only=api&within=5s"})
    void aPathAnswers(String path) throws Exception {
        var answer = harbor.get(path);

        assertThat(Harbor.status(answer)).isEqualTo("200 200");
        assertThat(answer.body()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/health|*/*|200|application/json",
                "/health|text/html,*/*;q=0.8|200|text/html",
                "/health|text/plain|200|text/plain",
                "/health|application/xml|200|application/xml",
                "/health|image/png|406|application/json",
                "/metrics|text/html|200|text/plain; version=0.0.4"
            })
    void theFormIsTheOneAskedFor(String path, String accept, int status, String type) throws Exception {
        var answer = harbor.send(harbor.to(path).header("accept", accept));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith(type);
    }

    @Test
    void aPostedBodySaysWhatIsAsked() throws Exception {
        var answer = harbor.send(harbor.to("/health").POST(BodyPublishers.ofString("{\"only\":[\"nobody\"]}")));

        assertThat(answer.statusCode()).isEqualTo(503);
    }

    @Test
    void aFailIs503ToTheCallerAndASuccessToFc() throws Exception {
        harbor.targets.put("api", Harbor.answering(500));

        assertThat(Harbor.status(harbor.get("/health"))).isEqualTo("503 200");
    }

    @Test
    void aScrapeIsAnswered200WhateverTheVerdict() throws Exception {
        harbor.targets.put("api", Harbor.answering(500));

        assertThat(harbor.get("/metrics").statusCode()).isEqualTo(200);
    }

    @Test
    void aScrapeIsAnsweredWithinWhatPrometheusWaits() throws Exception {
        harbor.targets.put("api", io.belay.core.testkit.InMemoryTarget.hanging());
        var began = System.nanoTime();

        var answer = harbor.send(harbor.to("/metrics").header("x-prometheus-scrape-timeout-seconds", "1.5"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat((System.nanoTime() - began) / 1_000_000).isBetween(1_000L, 5_000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/Health",
                "/health/",
                "/rollback",
                "/health/live/",
                "/../health",
                "/%68ealth",
                "/functionRouter",
                "/health%7Crollback"
            })
    void anyOtherPathIsNotThere(String path) throws Exception {
        var answer = harbor.get(path);

        assertThat(Harbor.status(answer)).isEqualTo("404 200");
        assertThat(answer.body()).contains("\"refusal/1\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE|/health|GET, HEAD, POST",
                "POST|/health/live|GET, HEAD",
                "PUT|/metrics|GET, HEAD",
                "GET|/invoke|POST",
                "GET|/initialize|POST",
                "POST|/pre-stop|GET"
            })
    void aWrongMethodIsToldTheRightOnes(String method, String path, String allow) throws Exception {
        var answer = harbor.send(harbor.to(path).method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).contains(allow);
    }

    @Test
    void aHeadHasNoBody() throws Exception {
        var answer = harbor.send(harbor.to("/health/ready").method("HEAD", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?x=1", "?within=soon", "?within=1s&within=2s", "?within="})
    void aQueryIsReadStrictly(String query) throws Exception {
        var raw = Sockets.once(
                harbor.port(), "GET /health" + query + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(raw).startsWith("HTTP/1.1 400").contains("refusal/1");
    }

    @Test
    void aPostWithAQueryIsRefused() throws Exception {
        var answer = harbor.send(harbor.to("/health?only=api").POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void underWrongSettingsItLivesAndIsNotReady() throws Exception {
        try (var broken = new Harbor("health", Optional.of(() -> {
            throw new NotOpen(List.of("line 3: one"));
        }))) {
            assertThat(broken.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(Harbor.status(broken.get("/health/ready"))).isEqualTo("503 404");
            assertThat(broken.get("/health").body()).contains("line 3: one");
        }
    }

    @Test
    void aTraceOfTheCallersIsTheCorrelation() throws Exception {
        var answer = harbor.send(harbor.to("/health")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .header("x-fc-request-id", "1-6af3-0c11"));

        assertThat(answer.headers().firstValue("x-request-id")).contains("4bf92f3577b34da6a3ce929d0e0e4736");
    }
}
