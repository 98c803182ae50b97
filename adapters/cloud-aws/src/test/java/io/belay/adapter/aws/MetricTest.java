package io.belay.adapter.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observation.Answered;
import io.belay.core.probe.Probe;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The kind {@code cloudwatch-metric}. */
class MetricTest {
    /** Four minutes past a period of five. */
    private final Instant now = Instant.ofEpochSecond(Instant.now().getEpochSecond() / 300 * 300 + 240);

    private final AwsServer server = AwsServer.start();
    private final AwsRegions regions = new AwsRegions(region -> Aws.clients(server.endpoint(), region));

    @AfterEach
    void close() {
        regions.close();
        server.close();
    }

    private void errors(Duration ago, double value) {
        server.cloudWatch().measured("AWS/Lambda", "Errors", Map.of("FunctionName", "serve"), now.minus(ago), value);
    }

    private Probe probe(String function, Duration period, Duration window) {
        return new MetricKind(regions, Optional.of(new Cloud(Cloud.Provider.AWS, AwsServer.REGION)))
                .bind(
                        Settings.builder()
                                .set(MetricKind.NAMESPACE, Text.of("AWS/Lambda"))
                                .set(MetricKind.METRIC, Text.of("Errors"))
                                .set(MetricKind.DIMENSIONS, Map.of("FunctionName", Text.of(function)))
                                .set(MetricKind.STATISTIC, Text.of("Sum"))
                                .set(MetricKind.PERIOD, period)
                                .set(MetricKind.WINDOW, window)
                                .build(),
                        Set.of(FactName.of("value"), FactName.of("total"), FactName.of("points"), FactName.of("last")));
    }

    private Map<String, Value> seen(Probe probe) throws InterruptedException {
        return ((Answered) probe.observe(Deadline.in(Duration.ofSeconds(20), InstantSource.fixed(now))))
                .facts().stream().collect(Collectors.toMap(fact -> fact.name().fact(), Fact::value));
    }

    private static Value number(double number) {
        return Value.of(BigDecimal.valueOf(number));
    }

    @Test
    void eachPeriodThatHasAValueIsTold() throws Exception {
        errors(Duration.ofMinutes(6), 3);
        errors(Duration.ofMinutes(7), 2);
        errors(Duration.ofMinutes(50), 1);
        errors(Duration.ofMinutes(90), 1000);

        assertThat(seen(probe("serve", Duration.ofMinutes(5), Duration.ofHours(1))))
                .containsEntry("value", Value.of(List.of(number(5.0), number(1.0))))
                .containsEntry("last", number(5.0))
                .containsEntry("total", number(6.0))
                .containsEntry("points", Value.of(2));
    }

    @Test
    void aSmallValueIsNotRounded() throws Exception {
        errors(Duration.ofMinutes(6), 0.00028);

        assertThat(seen(probe("serve", Duration.ofMinutes(5), Duration.ofHours(1))))
                .containsEntry("total", number(0.00028));
    }

    @Test
    void whatCannotBeReachedIsAFault() {
        var probe = probe("serve", Duration.ofMinutes(5), Duration.ofHours(1));
        server.close();

        assertThatExceptionOfType(PortException.class)
                .isThrownBy(() -> seen(probe))
                .satisfies(failed -> assertThat(failed.fault().kind()).isEqualTo(Fault.Kind.UNREACHABLE));
    }

    @Test
    void aPeriodThatHasOnlyBegunDoesNotCount() throws Exception {
        errors(Duration.ofMinutes(1), 1000);

        assertThat(seen(probe("serve", Duration.ofMinutes(5), Duration.ofHours(1))))
                .containsEntry("points", Value.of(0));
    }

    @Test
    void nothingMeasuredIsNoValueAndATotalOfNothing() throws Exception {
        errors(Duration.ofMinutes(6), 3);

        assertThat(seen(probe("another", Duration.ofMinutes(5), Duration.ofHours(1))))
                .containsEntry("value", Value.absent())
                .containsEntry("total", Value.of(BigDecimal.ZERO))
                .containsEntry("points", Value.of(0));
    }

    @Test
    void aRefusalIsAFault() {
        server.mishaps().throttle("GetMetricData");

        assertThatExceptionOfType(PortException.class)
                .isThrownBy(() -> seen(probe("serve", Duration.ofMinutes(5), Duration.ofHours(1))))
                .satisfies(failed -> assertThat(failed.fault().kind()).isEqualTo(Fault.Kind.THROTTLED));
    }

    @Test
    void aWindowIsOneToManyPeriodsOfWholeMinutes() {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> probe("serve", Duration.ofSeconds(90), Duration.ofHours(1)))
                .withMessageContaining("whole minutes");
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> probe("serve", Duration.ofMinutes(1), Duration.ofDays(2)))
                .withMessageContaining("1440 periods");
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> probe("serve", Duration.ofMinutes(5), Duration.ofMinutes(1)));
    }
}
