package io.belay.runtime.fc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No header and no body chooses what runs, and nothing that a caller sends is in the log. */
final class ChoiceTest {
    private static final String CANARY = "canary-hunter2";

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
    @ValueSource(
            strings = {
                "{\"spring.cloud.function.definition\":\"canary-hunter2\"}",
                "{\"headers\":{\"spring.cloud.function.definition\":\"canary-hunter2\"}}",
                "{\"payload\":{\"canary-hunter2\":1}}",
                "{\"payload\":\"canary-hunter2\",\"headers\":{}}",
                "[{\"only\":[\"canary-hunter2\"]},{}]",
                "{\"isBase64Encoded\":true,\"body\":\"Y2FuYXJ5LWh1bnRlcjI=\"}",
                "{\"only\":[\"api\"],\"only\":[\"canary-hunter2\"]}",
                "{\"function\":\"canary-hunter2\"}",
                "{\"canary-hunter2\":1}",
                "{\"within\":\"canary-hunter2\"}",
                "{\"only\":canary-hunter2}",
                "\"canary-hunter2\"",
                "{} canary-hunter2",
                "{\"triggerTime\":\"t\",\"triggerName\":\"canary-hunter2\",\"payload\":\"canary-hunter2\"}",
                "{\"requestContext\":{},\"body\":\"canary-hunter2\"}",
            })
    void aBodyThatWouldChooseIsRefused(String body) throws Exception {
        var invoked = harbor.invoke(body);
        var posted = harbor.send(harbor.to("/health").POST(BodyPublishers.ofString(body)));

        assertThat(invoked.body()).contains("\"refusal/1\"");
        assertThat(posted.statusCode()).isEqualTo(400);
        assertThat(posted.body()).contains("\"refusal/1\"");
        assertThat(harbor.logged()).contains("refused").doesNotContain(CANARY, "Y2FuYXJ5");
    }

    @Test
    void aHeaderThatWouldChooseHasNoEffect() throws Exception {
        var invoked = harbor.send(harbor.to("/invoke")
                .header("spring.cloud.function.definition", "rollback")
                .header("spring.cloud.function.routing-expression", "'rollback'")
                .header("x-fc-function-handler", "rollback")
                .header("x-fc-function-name", "rollback")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(Harbor.status(invoked)).isEqualTo("200 200");
        assertThat(harbor.logged())
                .contains("\"function\":\"health\"")
                .doesNotContain("spring.cloud", "\"function\":\"rollback\"");
    }

    @Test
    void credentialsAreInNoLogAndNoAnswer() throws Exception {
        for (var path : new String[] {"/invoke", "/health", "/nowhere", "/initialize"}) {
            var answer = harbor.send(harbor.to(path)
                    .header("x-fc-access-key-id", CANARY + "-id")
                    .header("x-fc-access-key-secret", CANARY + "-secret")
                    .header("x-fc-security-token", CANARY + "-token")
                    .header("authorization", "Bearer " + CANARY)
                    .header("cookie", "session=" + CANARY)
                    .POST(BodyPublishers.ofString("{}")));

            assertThat(answer.body()).doesNotContain(CANARY);
        }

        assertThat(harbor.logged()).doesNotContain(CANARY);
    }

    @Test
    void aQueryIsNotInTheLog() throws Exception {
        harbor.get("/health?token=" + CANARY);
        harbor.get("/health?within=" + CANARY);

        assertThat(harbor.logged()).contains("refused").doesNotContain(CANARY);
    }
}
