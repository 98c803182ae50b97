package io.belay.runtime.fc;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.assembly.door.NotOpen;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InvokeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"only\":[\"api\"],\"within\":\"5s\"}",
                "{\"triggerTime\":\"2026-11-21T07:49:00Z\",\"triggerName\":\"every5m\",\"payload\":\"\"}",
                "{\"triggerTime\":\"2026-11-21T07:49:00Z\",\"triggerName\":\"every5m\"}",
                "{\"triggerTime\":\"2026-11-21T07:49:00Z\",\"triggerName\":\"every5m\",\"payload\":\"{\\\"only\\\":[\\\"api\\\"]}\"}"
            })
    void anEventRunsTheFunction(String event) throws Exception {
        try (var harbor = new Harbor()) {
            var answer = harbor.invoke(event);

            assertThat(Harbor.status(answer)).isEqualTo("200 200");
            assertThat(answer.body()).containsIgnoringCase("\"verdict\"").containsIgnoringCase("pass");
        }
    }

    @Test
    void aVerdictOfFailIsASuccessfulInvocation() throws Exception {
        try (var harbor = new Harbor()) {
            harbor.targets.put("api", Harbor.answering(500));

            var answer = harbor.invoke("{}");

            assertThat(Harbor.status(answer)).isEqualTo("200 200");
            assertThat(answer.body()).containsIgnoringCase("fail");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "[]",
                "[{\"only\":[\"api\"]}]",
                "null",
                "{\"triggerName\":\"a\",\"payload\":\"\"}",
                "{\"payload\":{\"only\":[\"api\"]}}",
                "{\"triggerTime\":\"t\",\"triggerName\":\"n\",\"payload\":{}}",
                "{\"triggerTime\":\"t\",\"triggerName\":\"n\",\"payload\":\"nonsense\"}",
                "{\"triggerTime\":\"t\",\"triggerName\":\"n\",\"payload\":\"\",\"more\":1}",
                "{\"TopicOwner\":\"1\",\"Message\":\"\"}",
                "{\"specversion\":\"1.0\"}",
            })
    void anEventThatCannotBeUnderstoodIsAnsweredAndNotFailed(String event) throws Exception {
        try (var harbor = new Harbor()) {
            var answer = harbor.invoke(event);

            assertThat(Harbor.status(answer)).isEqualTo("200 200");
            assertThat(answer.body()).contains("\"refusal/1\"").contains("\"place\"");
            assertThat(harbor.logged()).contains("\"refused\"");
        }
    }

    @Test
    void aBugIsAFailedInvocationThatSaysNothingOfItself() throws Exception {
        try (var harbor = new Harbor("health", Optional.of(() -> {
            throw new IllegalStateException("a bug");
        }))) {
            var answer = harbor.invoke("{}");

            assertThat(Harbor.status(answer)).isEqualTo("404 404");
            assertThat(answer.body()).contains("\"refusal/1\"").doesNotContain("IllegalState", "a bug");
            assertThat(harbor.logged()).contains("IllegalStateException: a bug");
        }
    }

    @Test
    void wrongSettingsFailEveryCallWithAllFaults() throws Exception {
        try (var harbor = new Harbor("health", Optional.of(() -> {
            throw new NotOpen(List.of("line 3: one", "line 9: two"));
        }))) {
            var answer = harbor.invoke("{}");

            assertThat(Harbor.status(answer)).isEqualTo("404 404");
            assertThat(answer.body()).contains("line 3: one", "line 9: two");
            assertThat(harbor.logged()).contains("line 3: one; line 9: two");
        }
    }

    @Test
    void aFaultThatHealsNeedsNoRestart() throws Exception {
        var healed = new AtomicBoolean();
        try (var whole = new Harbor();
                var harbor = new Harbor("health", Optional.of(() -> {
                    if (!healed.get()) {
                        throw new NotOpen(List.of("a secret is missing"));
                    }
                    return whole.door();
                }))) {
            assertThat(Harbor.status(harbor.invoke("{}"))).isEqualTo("404 404");

            healed.set(true);

            assertThat(Harbor.status(harbor.invoke("{}"))).isEqualTo("200 200");
        }
    }

    @Test
    void aFunctionThatIsNotThereFailsTheCallAndRunsNoOther() throws Exception {
        try (var harbor = new Harbor("rolback", Optional.empty())) {
            var answer = harbor.invoke("{}");

            assertThat(Harbor.status(answer)).isEqualTo("404 404");
            assertThat(answer.body()).contains("BELAY_FUNCTION");
        }
    }

    @Test
    void theInitialiserSucceedsEvenUnderWrongSettingsSoThatCallsCanSayThem() throws Exception {
        try (var harbor = new Harbor("health", Optional.of(() -> {
            throw new NotOpen(List.of("line 3: one"));
        }))) {
            var answer = harbor.send(harbor.to("/initialize").POST(HttpRequest.BodyPublishers.noBody()));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(harbor.logged()).contains("line 3: one");
        }
    }

    @Test
    void theInitialiserAndPreStopAreAnswered() throws Exception {
        try (var harbor = new Harbor()) {
            var initialised = harbor.send(harbor.to("/initialize").POST(HttpRequest.BodyPublishers.noBody()));
            var stopping = harbor.get("/pre-stop");
            var after = harbor.invoke("{}");

            assertThat(initialised.statusCode()).isEqualTo(200);
            assertThat(stopping.statusCode()).isEqualTo(200);
            assertThat(after.statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/invoke", "/initialize", "/pre-stop"})
    void throughAnHttpTriggerFcsOwnPathsAreNotThere(String path) throws Exception {
        try (var harbor = new Harbor()) {
            var method = path.equals("/pre-stop") ? "GET" : "POST";
            var answer = harbor.send(harbor.to(path)
                    .header("x-fc-control-path", "/http-invoke")
                    .method(method, HttpRequest.BodyPublishers.noBody()));

            assertThat(Harbor.status(answer)).isEqualTo("404 200");
        }
    }

    @Test
    void theRequestIdIsTheCorrelationInLogAndAnswer() throws Exception {
        try (var harbor = new Harbor()) {
            var answer = harbor.invoke("{}");

            assertThat(answer.headers().firstValue("x-request-id")).contains("1-6af3-0c11");
            assertThat(harbor.logged()).contains("\"event\":\"report\",\"correlation\":\"1-6af3-0c11\"");
        }
    }

    @Test
    void fcsTimeLimitEndsTheRunBeforeFcDoes() throws Exception {
        try (var harbor = new Harbor()) {
            harbor.targets.put("api", io.belay.core.testkit.InMemoryTarget.hanging());
            var began = System.nanoTime();

            var answer = harbor.send(harbor.to("/invoke")
                    .header("x-fc-function-timeout", "1")
                    .POST(HttpRequest.BodyPublishers.ofString("{}")));

            assertThat((System.nanoTime() - began) / 1_000_000).isBetween(800L, 5_000L);
            assertThat(answer.body()).containsIgnoringCase("unknown");
        }
    }
}
