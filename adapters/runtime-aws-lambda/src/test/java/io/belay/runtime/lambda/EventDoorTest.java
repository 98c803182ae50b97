package io.belay.runtime.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.assembly.door.NotOpen;
import io.belay.core.testkit.InMemoryTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EventDoorTest {
    private static final String CANARY = "canary-hunter2";

    private final Harbor harbor = new Harbor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"only\":[\"api\"],\"within\":\"5s\"}",
                "{\"version\":\"0\",\"id\":\"1\",\"detail-type\":\"Scheduled Event\",\"source\":\"aws.events\",\"account\":\"1\",\"time\":\"2026-11-21T08:00:00Z\",\"region\":\"us-east-1\",\"resources\":[],\"detail\":{}}",
                "{\"version\":\"0\",\"detail-type\":\"Scheduled Event\",\"source\":\"aws.events\",\"detail\":{\"only\":[\"api\"]}}"
            })
    void anEventRunsTheFunction(String event) throws Exception {
        assertThat(harbor.answer(event))
                .contains("\"harbor\"", TestingContext.REQUEST)
                .containsIgnoringCase("\"pass\"");
    }

    @ParameterizedTest
    @CsvSource({
        "health, aws-schedule-rule.json",
        "health, aws-schedule-default-input.json",
        "verify, aws-schedule-rule.json",
        "verify, aws-schedule-default-input.json",
        "migration-verify, aws-schedule-default-input.json"
    })
    void aScheduleWithoutAnInputRunsTheFunction(String function, String file) throws Exception {
        var body = Path.of("../deliveries/src/test/resources/io/belay/adapter/deliveries", file);

        assertThat(new Harbor(function, true).answer(Files.readString(body)))
                .contains("\"report/1\"", "\"function\":\"" + function + "\"")
                .containsIgnoringCase("\"pass\"");
    }

    @Test
    void aVerdictOfFailIsAnAnswerLikeAnyOther() throws Exception {
        harbor.targets.put("api", Harbor.answering(500));

        assertThat(harbor.answer("{}")).containsIgnoringCase("\"fail\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "canary-hunter2",
                "[]",
                "[{\"only\":[\"canary-hunter2\"]}]",
                "null",
                "\"canary-hunter2\"",
                "{\"spring.cloud.function.definition\":\"canary-hunter2\"}",
                "{\"headers\":{\"spring.cloud.function.definition\":\"canary-hunter2\"}}",
                "{\"payload\":{\"only\":[\"canary-hunter2\"]}}",
                "{\"isBase64Encoded\":true,\"body\":\"canary-hunter2\"}",
                "{\"only\":[\"api\"],\"only\":[\"canary-hunter2\"]}",
                "{\"canary-hunter2\":1}",
                "{\"alarmData\":{\"alarmName\":\"canary-hunter2\"}}",
                "{\"Records\":[{\"Sns\":\"canary-hunter2\"}]}",
                "{\"detail-type\":\"CloudWatch Alarm State Change\",\"source\":\"aws.cloudwatch\",\"detail\":{}}",
                "{\"detail-type\":\"Scheduled Event\",\"source\":\"canary-hunter2\",\"detail\":{}}",
                "{\"detail-type\":\"Scheduled Event\",\"source\":\"aws.events\"}",
                "{\"detail-type\":\"Scheduled Event\",\"source\":\"aws.scheduler\",\"detail\":\"{\\\"only\\\":[]}\"}",
                "{\"detail-type\":\"Scheduled Event\",\"source\":\"aws.events\",\"detail\":{\"canary-hunter2\":1}}",
                "{\"requestContext\":{\"condition\":\"x\"},\"requestPayload\":{\"a\":\"canary-hunter2\"}}"
            })
    void anEventThatCannotBeUnderstoodIsAnsweredAndNotFailed(String event) throws Exception {
        assertThat(harbor.answer(event)).contains("\"refusal/1\"", "\"place\"");
        assertThat(harbor.logged()).contains("refused").doesNotContain(CANARY);
    }

    @Test
    void aBugFailsTheInvocationAndShowsItsTraceToTheLogAlone() {
        var broken = new Harbor(() -> {
            throw new IllegalStateException("a bug");
        });

        assertThatThrownBy(() -> broken.answer("{}")).isInstanceOfSatisfying(Broken.class, thrown -> {
            assertThat(thrown).hasNoCause().hasMessageContaining(TestingContext.REQUEST);
            assertThat(thrown.getStackTrace()).isEmpty();
        });
        assertThat(broken.logged()).contains("IllegalStateException: a bug");
    }

    @Test
    void wrongSettingsFailTheInvocationWithAllFaults() {
        var broken = new Harbor(() -> {
            throw new NotOpen(List.of("line 3: one", "line 9: two"));
        });

        assertThatThrownBy(() -> broken.answer("{}"))
                .isInstanceOf(NotOpen.class)
                .hasMessageContaining("line 3: one")
                .hasMessageContaining("line 9: two");
    }

    @Test
    void theReportIsThereBeforeLambdasTimeIsUp() throws Exception {
        harbor.targets.put("api", InMemoryTarget.hanging());
        var began = System.nanoTime();

        var answer = harbor.answer("{}", 2_000);

        assertThat((System.nanoTime() - began) / 1_000_000).isBetween(1_700L, 2_000L);
        assertThat(answer).containsIgnoringCase("\"unknown\"");
    }

    @Test
    void anEventLargerThanLambdaTakesIsRefused() throws Exception {
        assertThat(harbor.answer(new byte[EventDoor.LARGEST + 1])).contains("\"refusal/1\"", "too long");
    }
}
