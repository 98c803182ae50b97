package io.belay.runtime.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.assembly.door.Json;
import io.belay.assembly.door.NotOpen;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FunctionUrlTest {
    private static final String CANARY = "canary-hunter2";

    private final Harbor harbor = new Harbor();

    /** The event of Lambda's documentation, with {@code more} in its place. */
    private static String event(String method, String path, String query, String more) {
        return """
                {"version":"2.0","routeKey":"$default","rawPath":"%2$s","rawQueryString":"%3$s",
                 "cookies":["session=canary-hunter2"],
                 "headers":{"Authorization":"Bearer canary-hunter2","x-amzn-trace-id":"Root=1-67891233-abcdef012345678912345678",
                  "accept":"application/json","spring.cloud.function.definition":"rollback"},
                 "requestContext":{"accountId":"123456789012","apiId":"x","authentication":null,
                  "authorizer":{"iam":{"accessKey":"canary-hunter2"}},"domainName":"x.lambda-url.us-west-2.on.aws",
                  "http":{"method":"%1$s","path":"%2$s","protocol":"HTTP/1.1","sourceIp":"192.0.2.1","userAgent":"agent"},
                  "requestId":"id","routeKey":"$default","stage":"$default","time":"12/Mar/2026:19:03:58 +0000",
                  "timeEpoch":1583348638390},
                 "pathParameters":null,"stageVariables":null%4$s}
                """.formatted(method, path, query, more);
    }

    private static String status(Json.Fields reply) {
        return ((Json.Plain) reply.find("statusCode").orElseThrow()).written();
    }

    private static String body(Json.Fields reply) {
        return reply.text("body").orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/health,'',200",
        "GET,/health,only=api&within=5s,200",
        "POST,/health,'',200",
        "GET,/health/live,'',200",
        "GET,/health/ready,'',200",
        "GET,/metrics,'',200",
        "GET,/,'',404",
        "GET,/rollback,'',404",
        "POST,/invoke,'',404",
        "DELETE,/health,'',405",
        "GET,/health,x=1,400"
    })
    void aPathIsAnsweredAsOnEveryPlatform(String method, String path, String query, String status) throws Exception {
        var reply = harbor.reply(event(method, path, query, ""));

        assertThat(status(reply)).isEqualTo(status);
        assertThat(reply.fields()).containsOnlyKeys("statusCode", "headers", "isBase64Encoded", "body");
    }

    @Test
    void aFailIs503() throws Exception {
        harbor.targets.put("api", Harbor.answering(500));

        assertThat(status(harbor.reply(event("GET", "/health", "", "")))).isEqualTo("503");
    }

    @Test
    void aBase64BodyIsDecoded() throws Exception {
        var body = Base64.getEncoder().encodeToString("{\"only\":[\"nobody\"]}".getBytes(UTF_8));

        var reply = harbor.reply(event("POST", "/health", "", ",\"body\":\"" + body + "\",\"isBase64Encoded\":true"));

        assertThat(status(reply)).isEqualTo("503");
        assertThat(body(reply)).contains("nobody");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"body\":\"canary-hunter2\",\"isBase64Encoded\":false",
                ",\"body\":\"canary-hunter2!\",\"isBase64Encoded\":true",
                ",\"body\":\"{}\",\"isBase64Encoded\":\"canary-hunter2\"",
                ",\"body\":{\"only\":[\"canary-hunter2\"]}",
                ",\"body\":\"{\\\"function\\\":\\\"canary-hunter2\\\"}\"",
                ",\"body\":\"[{\\\"only\\\":[\\\"canary-hunter2\\\"]}]\"",
                ",\"body\":\"{\\\"payload\\\":\\\"canary-hunter2\\\"}\"",
                ",\"body\":\"{}\",\"body\":\"canary-hunter2\"",
            })
    void aBodyThatCannotBeUnderstoodIsRefused(String more) throws Exception {
        var answer = harbor.answer(event("POST", "/health", "", more));

        assertThat(answer).contains("refusal/1");
        assertThat(harbor.logged()).contains("refused").doesNotContain(CANARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\":\"1.0\",\"httpMethod\":\"GET\",\"path\":\"/health\",\"requestContext\":{}}",
                "{\"version\":\"2.0\",\"requestContext\":{\"http\":{\"method\":\"GET\"}}}",
                "{\"version\":\"2.0\",\"rawPath\":\"/health\",\"requestContext\":{\"http\":{}}}",
                "{\"version\":2.0,\"rawPath\":\"/health\",\"requestContext\":{\"http\":{\"method\":\"GET\"}}}",
                "{\"rawPath\":\"/health\",\"requestContext\":{\"http\":{\"method\":\"GET\"}}}",
                "{\"version\":\"2.0\",\"rawPath\":\"/health\",\"headers\":[],\"requestContext\":{\"http\":{\"method\":\"GET\"}}}"
            })
    void httpOfAnotherFormatIs400(String event) throws Exception {
        assertThat(status(harbor.reply(event))).isEqualTo("400");
    }

    @Test
    void nothingOfACallIsInTheLog() throws Exception {
        harbor.reply(event("GET", "/health", "only=" + CANARY, ""));
        harbor.reply(event("GET", "/health", "within=" + CANARY, ""));
        harbor.reply(event("GET", "/" + CANARY, "", ""));

        assertThat(harbor.logged())
                .contains("refused", "\"function\":\"health\"")
                .doesNotContain(CANARY, "spring.cloud");
    }

    @Test
    void awssOwnTraceIsTheCorrelationWhereTheCallerGaveNone() throws Exception {
        var reply = harbor.reply(event("GET", "/health", "", ""));

        assertThat(reply.object("headers").orElseThrow().text("x-request-id"))
                .contains("1-67891233-abcdef012345678912345678");
    }

    @Test
    void wrongSettingsAreAReplyToo() throws Exception {
        var broken = new Harbor(() -> {
            throw new NotOpen(List.of("line 3: one"));
        });

        var reply = broken.reply(event("GET", "/health/ready", "", ""));

        assertThat(status(reply)).isEqualTo("503");
        assertThat(body(reply)).contains("line 3: one");
    }

    @Test
    void aBugIs500WithoutATrace() throws Exception {
        var broken = new Harbor(() -> {
            throw new IllegalStateException("a bug");
        });

        var reply = broken.reply(event("GET", "/health", "", ""));

        assertThat(status(reply)).isEqualTo("500");
        assertThat(body(reply)).contains("refusal/1").doesNotContain("a bug", "IllegalState");
    }
}
