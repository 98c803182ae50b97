package io.belay.templates.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageTest {
    @ParameterizedTest
    @CsvSource({"wms-fc", "bailian-ack", "uvis-ecs", "wms-compose", "serveml-lambda"})
    void everyLineOfAChecklistIsDoneOrSaysWhyNot(String system) {
        assertThat(Coverage.of(system).faults(Checklist.of(system), Entries.of(system)))
                .isEmpty();
    }

    /** What was reached; whoever takes something away says so here. */
    @ParameterizedTest
    @CsvSource({"wms-fc, 97", "bailian-ack, 98", "uvis-ecs, 97", "wms-compose, 100", "serveml-lambda, 99"})
    void ofWhatAProgramCouldDoNoLessIsDone(String system, double floor) {
        assertThat(Coverage.of(system).share()).isGreaterThanOrEqualTo(floor);
    }

    private static final String FILE = """
            health: { checks: [{ name: api, http: {} }], scenarios: [] }
            alarms: { presets: [{ lambda: { function: serve } }], retention: [{ logs: [a, b] }] }
            """;

    private static List<String> faults(String row) {
        return Coverage.parse(row).faults(Checklist.parse(List.of("- [ ] the api answers")), Entries.parse(FILE));
    }

    @Test
    void aLineWithoutARowIsFound() {
        assertThat(faults("")).containsExactly("line 1 has no row: - [ ] the api answers");
    }

    @Test
    void anEntryThatIsNotInTheFileIsFound() {
        assertThat(faults("| 1 | the api answers | `health.checks[api]` |")).isEmpty();
        assertThat(faults(
                        "| 1 | a \\| b | `alarms.presets[lambda]` `alarms.retention[b]` `alarms.retention[0].logs` |"))
                .isEmpty();
        assertThat(faults("| 1 | the api answers | `health.checks[apo]` |"))
                .containsExactly("line 1 names no entry: health.checks[apo]");
        assertThat(faults("| 1 | the api answers | `health.scenarios` |")).hasSize(1);
    }

    @Test
    void aReasonThatIsNoneIsFound() {
        assertThat(faults("| 1 | the api answers | person's: |")).containsExactly("line 1 has no reason");
        assertThat(faults("| 1 | the api answers | gap: later |")).containsExactly("line 1 does not say what it needs");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> faults("| 1 | the api answers | somehow |"))
                .withMessageContaining("somehow");
    }

    @Test
    void aRowOfNothingIsFound() {
        assertThat(faults("| 1 | it | `health.checks[api]` |\n| 7 | more | `health.checks[api]` |"))
                .containsExactly("a row of line 7, on which nothing is asked for");
    }

    @Test
    void pointsCommandsAndPromisesAreWhatAChecklistAsksFor() {
        var checklist = Checklist.parse("""
                ### Emergency (< 5 minutes)
                A word.
                - [ ] a box
                  - [x] one below it
                1. [ ] a step
                ```bash
                # a comment
                curl -X POST http://x \\
                  -d '{
                    "a": 1 }'
                second
                ```
                ```
                - what is to be seen
                ```
                ```sql
                SELECT 1
                FROM a;
                ANALYZE a;
                ```
                """.lines().toList());

        assertThat(checklist.items()).extracting(Checklist.Item::line).containsExactly(1, 3, 4, 5, 8, 11, 17, 19);
    }
}
