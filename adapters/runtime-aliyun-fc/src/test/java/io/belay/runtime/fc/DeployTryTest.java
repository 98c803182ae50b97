package io.belay.runtime.fc;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.assembly.door.NotOpen;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By what {@code scripts/deploy-aliyun} tells that a version has started and read its system file, and that it ran nothing. */
final class DeployTryTest {
    private static final String TRY = "{\"smoke\":true}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "health",
                "migration-verify",
                "verify",
                "rollback",
                "rollback-plan",
                "stamp",
                "release",
                "clear",
                "stop",
                "resume",
                "alarms-plan",
                "alarms-drift",
                "alarms-apply",
                "alarms-drill",
                "systems"
            })
    void everyFunctionRefusesItByItsNameAndRunsNothing(String function) throws Exception {
        try (var harbor = new Harbor(function, Optional.empty())) {
            assertThat(harbor.invoke(TRY).body()).contains("\"refusal/1\"", "smoke");
            assertThat(harbor.logged()).contains("refused").doesNotContain("\"function\":\"" + function + "\"");
        }
    }

    @Test
    void aSystemFileThatCannotBeReadIsToldApart() throws Exception {
        try (var harbor = new Harbor("health", Optional.of(() -> {
            throw new NotOpen(List.of("BELAY_SYSTEM_FILE: there is no such file"));
        }))) {
            assertThat(harbor.invoke(TRY).body()).contains("no such file").doesNotContain("smoke");
        }
    }
}
