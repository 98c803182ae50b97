package io.belay.runtime.fc;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.aliyun.acs.Credentials;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.assembly.Bundle;
import io.belay.assembly.SystemTime;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pipeline that does not wait: the run is an asynchronous task of FC's, and its address says how it stands. */
final class LaterTest {
    private static final String FUNCTION = "belay-health";

    private final AliyunCloud cloud = new AliyunCloud(new SystemTime());
    private final Harbor harbor = harbor(cloud);

    private static Harbor harbor(AliyunCloud cloud) {
        var key = new Credentials(AliyunCloud.KEY_ID, AliyunCloud.SECRET, Optional.of(AliyunCloud.TOKEN));
        var environment = Map.of(
                "FC_FUNCTION_NAME",
                FUNCTION,
                "FC_REGION",
                "cn-hangzhou",
                "BELAY_ALIYUN_ENDPOINT",
                cloud.endpoint().toString());
        try {
            return new Harbor(
                    Deployment.of(Bundle.HEALTH, Optional.of(Duration.ofSeconds(20)))
                            .later(AsyncTasks.in(environment, () -> key).orElseThrow()),
                    Optional.empty());
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
    }

    @BeforeEach
    void deployed() {
        cloud.functionCompute().create(FUNCTION);
        cloud.functionCompute().publish(FUNCTION, "first");
        cloud.functionCompute().alias(FUNCTION, "live", "1", Map.of(), "");
        cloud.functionCompute().code(FUNCTION, this::invoked);
    }

    @AfterEach
    void close() {
        harbor.close();
        cloud.close();
    }

    /** What FC does with the task: it posts the event. */
    private String invoked(String event) {
        try {
            return harbor.invoke(event).body();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private HttpResponse<String> begin(String body) throws Exception {
        return harbor.send(harbor.to("/health")
                .header("prefer", "respond-async")
                .header("x-fc-qualifier", "live")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> look(String location, String accept) throws Exception {
        return harbor.send(harbor.to(location).header("accept", accept).header("x-fc-qualifier", "live"));
    }

    private static String location(HttpResponse<?> begun) {
        return begun.headers().firstValue("location").orElseThrow();
    }

    @Test
    void aRunIsBegunLookedAtAndThenAnswersAsItWouldHaveAtOnce() throws Exception {
        var begun = begin("{\"within\":\"10s\"}");

        assertThat(begun.statusCode()).isEqualTo(202);
        assertThat(look(location(begun), "*/*").statusCode()).isEqualTo(202);
        var done = look(location(begun), "*/*");
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("\"report/1\"", "\"function\":\"health\"");
        assertThat(look(location(begun), "text/html").body()).startsWith("<!doctype html>");
        assertThat(cloud.received().getFirst().parameters()).containsEntry("qualifier", "live");
    }

    @Test
    void whatWouldBeRefusedLaterIsRefusedNow() throws Exception {
        assertThat(begin("{\"by\":\"Ada\"}").statusCode()).isEqualTo(400);
        assertThat(cloud.functionCompute().invocations(FUNCTION)).isEmpty();
    }

    @Test
    void aRunThatFailedSaysSoAndTheLogWhyAndOneThatNobodyBeganIsNotThere() throws Exception {
        cloud.functionCompute().code(FUNCTION, _ -> {
            throw new IllegalStateException("FunctionInvocationTimeout");
        });
        var begun = begin("");
        look(location(begun), "*/*");

        assertThat(look(location(begun), "*/*").statusCode()).isEqualTo(500);
        assertThat(look(location(begun), "*/*").body()).contains("Failed").doesNotContain("FunctionInvocationTimeout");
        assertThat(harbor.logged()).contains("\"run-failed\"", "FunctionInvocationTimeout");
        assertThat(look("/runs/belay-" + "0".repeat(32), "*/*").statusCode()).isEqualTo(404);
    }

    @Test
    void anAnswerThatFunctionComputeKeepsToItselfIsNotTakenForAFailedRun() throws Exception {
        cloud.functionCompute().returnNoPayload(FUNCTION);
        var begun = begin("");
        look(location(begun), "*/*");

        var done = look(location(begun), "*/*");

        assertThat(done.statusCode()).isEqualTo(502);
        assertThat(done.body()).contains("the run is done", "returnPayload").doesNotContain("without an answer");
    }

    @Test
    void whereNothingRunsLaterACallerWaits() throws Exception {
        try (var alone = new Harbor(Bundle.HEALTH, Optional.empty())) {
            var answer = alone.send(alone.to("/health")
                    .header("prefer", "respond-async")
                    .POST(HttpRequest.BodyPublishers.ofString("{}")));

            // A preference that cannot be kept is passed over (RFC 7240): the caller waits.
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"report/1\"");
        }
    }
}
