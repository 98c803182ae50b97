package io.belay.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class CorrelationTest {
    @Test
    void whatCouldForgeALogLineIsNoId() {
        assertThat(Correlation.of("abc\n{\"level\":\"error\"}")).isEmpty();
        assertThat(Correlation.of("x".repeat(65))).isEmpty();
        assertThat(Correlation.of("short")).isEmpty();
    }

    @Test
    void aPlatformsRequestIdIsOne() {
        assertThat(Correlation.of("8f1b9a86-4c44-4f1a-9d0c-2d7c6d3f1e55")).isPresent();
    }

    @Test
    void theRefusalDoesNotRepeatWhatItRefuses() {
        assertThatThrownBy(() -> new Correlation("<script>")).hasMessageNotContaining("script");
    }
}
