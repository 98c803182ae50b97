package io.belay.core.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Receiver;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class PresetTest {
    private static final Owner OWNER = new Owner("shop", "prod");

    private static List<AlarmSpec> fc(Map<String, Adjustment> adjustments) {
        return Presets.find("fc")
                .orElseThrow()
                .alarms(
                        OWNER,
                        new TreeMap<>(Map.of("function", "serve")),
                        adjustments,
                        List.of(new Receiver("oncall", List.of())));
    }

    @Test
    void theChecklistsThresholdsAreThere() {
        assertThat(fc(Map.of()))
                .extracting(each -> each.name() + " " + each.limit().shown() + " in "
                        + each.window().shortest().toMinutes() + "m")
                .containsExactly(
                        "shop_prod_serve_errors > 5 in 5m",
                        "shop_prod_serve_duration > 10 in 5m",
                        "shop_prod_serve_memory > 80 in 5m",
                        "shop_prod_serve_concurrency > 80 in 5m",
                        "shop_prod_serve_throttles > 0 in 3m");
        assertThat(fc(Map.of()).getFirst().description())
                .isEqualTo("preset fc; 000: error rate alarm (threshold: > 5 errors in 5 min)");
        assertThat(Presets.BUDGET_MARKS).map(BigDecimal::intValue).containsExactly(100, 300, 500, 1000);
    }

    @Test
    void everyRowSaysWhereItComesFromAndEveryPresetHasOne() {
        assertThat(Presets.ALL).isSortedAccordingTo((one, other) -> one.name().compareTo(other.name()));
        assertThat(Presets.ALL).allSatisfy(preset -> assertThat(preset.rows()).isNotEmpty());
        assertThat(Presets.ALL)
                .flatExtracting(Preset::rows)
                .allSatisfy(row -> assertThat(row.from()).matches("(00[0-4]|usual): .+"));
    }

    @Test
    void whatTheFileSaysOtherwiseIsOtherwise() {
        var sooner = new Adjustment(
                Optional.of(new BigDecimal("2")),
                Optional.empty(),
                Optional.of(Duration.ofSeconds(60)),
                Optional.of(2),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
        var off = new Adjustment(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true);
        var alarms = fc(Map.of("errors", sooner, "memory", off));

        assertThat(alarms.getFirst().fields().values())
                .containsEntry("threshold", "> 2")
                .containsEntry("period", "60s")
                .containsEntry("evaluations", "2 of 2");
        assertThat(alarms).extracting(AlarmSpec::name).doesNotContain("shop_prod_serve_memory");
    }

    @Test
    void whatNoRowIsCalledIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fc(Map.of("error", Adjustment.NONE)))
                .withMessage("preset fc has [errors, duration, memory, concurrency, throttles], found [error]");
    }
}
