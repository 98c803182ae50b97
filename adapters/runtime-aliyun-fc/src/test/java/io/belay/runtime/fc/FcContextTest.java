package io.belay.runtime.fc;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.assembly.door.Log;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class FcContextTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private FcContext context(Map<String, String> headers) {
        var out = new PrintStream(written, true, StandardCharsets.UTF_8);
        return new FcContext(headers, new Log(out, InstantSource.system(), UnaryOperator.identity()));
    }

    @Test
    void aHandlerSeesWhatFcSays() {
        var context = context(Map.of(
                "x-fc-request-id", "1-6af3-0c11",
                "x-fc-access-key-id", "id",
                "x-fc-access-key-secret", "secret",
                "x-fc-security-token", "token",
                "x-fc-function-name", "ops",
                "x-fc-function-timeout", "60",
                "x-fc-function-memory", "512",
                "x-fc-qualifier", "prod",
                "x-fc-version-id", "7",
                "x-fc-retry-count", "2"));

        assertThat(context.getRequestId()).isEqualTo("1-6af3-0c11");
        assertThat(context.getExecutionCredentials().getAccessKeySecret()).isEqualTo("secret");
        assertThat(context.getExecutionCredentials().getSecurityToken()).isEqualTo("token");
        assertThat(context.getFunctionParam().getFunctionName()).isEqualTo("ops");
        assertThat(context.getFunctionParam().getExecTimeLimitInMillis()).isEqualTo(60_000);
        assertThat(context.getFunctionParam().getMemoryLimitInMB()).isEqualTo(512);
        assertThat(context.getService().getQualifier()).isEqualTo("prod");
        assertThat(context.getService().getVersionId()).isEqualTo("7");
        assertThat(context.getRetryCount()).isEqualTo(2);
    }

    @Test
    void noTextOfItHoldsACredential() {
        var context = context(Map.of(
                "x-fc-access-key-id", "canary", "x-fc-access-key-secret", "canary", "x-fc-security-token", "canary"));

        assertThat(context.toString()).doesNotContain("canary");
        assertThat(context.getExecutionCredentials().toString()).doesNotContain("canary");
        assertThat(context.getTracing().toString()).doesNotContain("canary");
    }

    @Test
    void nonsenseInANumberIsNoNumber() {
        var context = context(Map.of("x-fc-function-timeout", "-1", "x-fc-retry-count", "99999999999999"));

        assertThat(context.getFunctionParam().getExecTimeLimitInMillis()).isZero();
        assertThat(context.getRetryCount()).isZero();
    }

    @Test
    void aHandlersOwnLinesAreJsonAsWell() {
        context(Map.of("x-fc-request-id", "1-6af3-0c11")).getLogger().warn("low \"water\"");

        assertThat(written.toString(StandardCharsets.UTF_8))
                .startsWith("{")
                .contains("\"correlation\":\"1-6af3-0c11\"")
                .contains("low \\\"water\\\"");
    }
}
