package io.belay.demo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class JustWrittenTest {

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void aBusyFileIsTriedAgain() throws Exception {
        var started = JustWritten.start(() -> {
            if (attempts.incrementAndGet() < 3) {
                throw new IOException("wrapped", new IOException("error=26, Text file busy"));
            }
            return "up";
        });

        assertThat(started).isEqualTo("up");
    }

    @Test
    void anyOtherFailureIsFinal() {
        assertThatThrownBy(() -> JustWritten.start(() -> {
                    attempts.incrementAndGet();
                    throw new IOException("error=2, No such file or directory");
                }))
                .hasMessageContaining("error=2,");
        assertThat(attempts).hasValue(1);
    }
}
