package io.belay.assembly.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CorrelationsTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private static String of(Map<String, String> headers, Optional<String> platform) {
        return Correlations.of(headers, platform).id();
    }

    @Test
    void theTraceGoesBeforeTheRequestId() {
        assertThat(of(Map.of("traceparent", PARENT, "x-request-id", "request-1"), Optional.of("platform-1")))
                .isEqualTo(TRACE);
    }

    @Test
    void theRequestIdGoesBeforeThePlatforms() {
        assertThat(of(Map.of("x-request-id", "request-1"), Optional.of("platform-1")))
                .isEqualTo("request-1");
    }

    @Test
    void aHeaderThatIsNoIdIsPassedOver() {
        assertThat(of(Map.of("traceparent", "00-zz", "x-request-id", "a\nb"), Optional.of("platform-1")))
                .isEqualTo("platform-1");
    }

    @Test
    void anEmptyTraceIsNone() {
        assertThat(of(Map.of("traceparent", "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01"), Optional.empty()))
                .isNotEqualTo("0".repeat(32))
                .hasSize(32);
    }

    @Test
    void madeOnesDiffer() {
        assertThat(Correlations.made()).isNotEqualTo(Correlations.made());
    }
}
