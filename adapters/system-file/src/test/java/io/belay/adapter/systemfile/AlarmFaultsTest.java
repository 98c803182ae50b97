package io.belay.adapter.systemfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlarmFaultsTest {
    static List<String> wrong() {
        return AlarmSamples.WRONG_TO_THE_READER;
    }

    static List<String> structure() {
        return AlarmSamples.WRONG_IN_STRUCTURE;
    }

    @ParameterizedTest
    @MethodSource({"wrong", "structure"})
    void whatDoesNotFitIsToldOfBelowAlarmsWithoutASecret(String file) {
        var faults = Files.faults(file);

        assertThat(faults).isNotEmpty();
        assertThat(faults).allSatisfy(fault -> {
            assertThat(fault.path()).startsWith("alarms");
            assertThat(fault.shown()).doesNotContain("Zwitschert", "Exception");
        });
    }
}
