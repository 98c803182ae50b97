package io.belay.runtime.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.assembly.Bundle;
import io.belay.assembly.door.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pipeline that does not wait: the run is an execution of a state machine, and its address says how it stands. */
final class LaterTest {
    private final AwsServer aws = AwsServer.start();
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    Path folder;

    @BeforeEach
    void settings() throws IOException {
        var file = Files.writeString(folder.resolve("harbor.yaml"), """
                system: harbor
                environment: test
                health:
                  checks: [{ name: nobody listens, tcp: { host: 127.0.0.1, port: 1, expect: { open: false } } }]
                """);
        environment.put("BELAY_SYSTEM_FILE", file.toString());
        environment.put("BELAY_AWS_ENDPOINT", aws.endpoint().toString());
        environment.put("BELAY_STATE_MACHINE", aws.states().machine("belay-verify", this::direct));
        System.setProperty("aws.accessKeyId", AwsServer.ACCESS_KEY);
        System.setProperty("aws.secretAccessKey", AwsServer.SECRET_KEY);
    }

    @AfterEach
    void close() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        aws.close();
    }

    private String call(String function, String event) throws IOException {
        var output = new ByteArrayOutputStream();
        EventDoor.early(function, environment, new PrintStream(logged, true, UTF_8))
                .handle(new ByteArrayInputStream(event.getBytes(UTF_8)), output, new TestingContext(20_000));
        return output.toString(UTF_8);
    }

    /** What the machine's task does: it invokes the function. */
    private String direct(String event) {
        try {
            return call(Bundle.VERIFY, event);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Json.Fields over(String function, String method, String path, String headers, String body)
            throws IOException {
        var event = "{\"version\":\"2.0\",\"rawPath\":\"" + path + "\",\"rawQueryString\":\"\",\"headers\":{" + headers
                + "},\"requestContext\":{\"http\":{\"method\":\"" + method + "\"}},"
                + "\"isBase64Encoded\":false,\"body\":\"" + body.replace("\"", "\\\"") + "\"}";
        return (Json.Fields) Json.read(call(function, event).getBytes(UTF_8), 1 << 20);
    }

    private static String status(Json.Fields reply) {
        return ((Json.Plain) reply.find("statusCode").orElseThrow()).written();
    }

    private static String location(Json.Fields reply) {
        return reply.object("headers").orElseThrow().text("location").orElseThrow();
    }

    @Test
    void aRunIsBegunLookedAtAndThenAnswersAsItWouldHaveAtOnce() throws Exception {
        var begun = over(Bundle.VERIFY, "POST", "/verify", "\"Prefer\":\"respond-async\"", "{\"within\":\"10s\"}");

        assertThat(status(begun)).isEqualTo("202");
        assertThat(location(begun)).matches("/runs/belay-[0-9a-f]{32}");
        assertThat(begun.object("headers").orElseThrow().text("preference-applied"))
                .contains("respond-async");
        assertThat(status(over(Bundle.VERIFY, "GET", location(begun), "", ""))).isEqualTo("202");

        var done = over(Bundle.VERIFY, "GET", location(begun), "", "");
        assertThat(status(done)).isEqualTo("200");
        assertThat(done.text("body").orElseThrow())
                .contains("\"report/1\"", "\"function\":\"verify\"", "nobody listens");

        var junit = over(Bundle.VERIFY, "GET", location(begun), "\"Accept\":\"application/junit+xml\"", "");
        assertThat(junit.text("body").orElseThrow()).contains("<testsuite");
        assertThat(aws.states().executions()).hasSize(1);
    }

    @Test
    void whatWouldBeRefusedLaterIsRefusedNow() throws Exception {
        var prefer = "\"Prefer\":\"wait=10, respond-async\"";

        assertThat(status(over(Bundle.VERIFY, "POST", "/verify", prefer, "{\"by\":\"Ada\"}")))
                .isEqualTo("400");
        assertThat(status(over(Bundle.VERIFY, "POST", "/verify", prefer, "{\"system\":\"other\"}")))
                .isEqualTo("404");
        assertThat(aws.states().executions()).isEmpty();
    }

    @Test
    void aRunThatEndedWithoutAnAnswerSaysItsStatusAndItsErrorAndTheLogTheCause() throws Exception {
        environment.put("BELAY_STATE_MACHINE", aws.states().machine("broken", _ -> {
            throw new IllegalStateException("Lambda.TooManyRequestsException");
        }));
        var begun = over(Bundle.VERIFY, "POST", "/verify", "\"Prefer\":\"respond-async\"", "");
        over(Bundle.VERIFY, "GET", location(begun), "", "");

        var failed = over(Bundle.VERIFY, "GET", location(begun), "", "");
        assertThat(status(failed)).isEqualTo("500");
        assertThat(failed.text("body").orElseThrow())
                .contains("FAILED: States.TaskFailed")
                .doesNotContain("TooManyRequests");
        assertThat(logged.toString(UTF_8)).contains("\"run-failed\"", "Lambda.TooManyRequestsException");
    }

    @Test
    void aRunThatNobodyBeganIsNotThereAndNoNameOfAnotherMakesIt() throws Exception {
        assertThat(status(over(Bundle.VERIFY, "GET", "/runs/belay-" + "0".repeat(32), "", "")))
                .isEqualTo("404");
        assertThat(status(over(Bundle.VERIFY, "GET", "/runs/other:execution:x", "", "")))
                .isEqualTo("404");
        assertThat(status(over(Bundle.VERIFY, "POST", "/runs/belay-" + "0".repeat(32), "", "")))
                .isEqualTo("405");
    }

    @Test
    void whoWouldHaveAPersonsFunctionRunLaterIsAnsweredAtOnce() throws Exception {
        assertThat(status(over(Bundle.RELEASE, "POST", "/release", "\"Prefer\":\"respond-async\"", "")))
                .isEqualTo("404");
        assertThat(aws.states().executions()).isEmpty();
    }

    @Test
    void aMachineThatIsNoneIsSaidWithTheOtherFaults() throws Exception {
        environment.put("BELAY_STATE_MACHINE", "belay-verify");
        environment.put("BELAY_SYSTEM_FILE", "");

        assertThat(over(Bundle.VERIFY, "GET", "/health/ready", "", "")
                        .text("body")
                        .orElseThrow())
                .contains("BELAY_STATE_MACHINE: found belay-verify", "BELAY_SYSTEM_FILE is not set");
    }
}
