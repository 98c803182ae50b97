package io.belay.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.demo.harbor.Harbor;
import io.belay.demo.harbor.HarborFile;
import io.belay.demo.harbor.HarborOptions;
import io.belay.demo.harbor.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line records of a database. */
final class BaselineTest {

    private static final Path EXAMPLES = Path.of("..", "..", "templates", "examples");
    private static final Path RECORDED = EXAMPLES.resolve("harbor.baseline.json");

    /** Kept after the test, to be put in place of the recorded one where harbor has changed. */
    private static final Path NEW = Path.of("target", "harbor.baseline.json");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theExamplesBaselineIsWhatIsPrintedOfHarbor() throws Exception {
        try (var harbor = Harbor.start(HarborOptions.standard(), Progress.SILENT)) {
            var file = HarborFile.put(folder, EXAMPLES, harbor);
            try (var doors = new AllDoors(file, harbor.environment())) {
                assertThat(doors.commandLine("migration-verify", "baseline", "-f", file.toString()))
                        .isEqualTo(Files.readString(RECORDED));
            }
        }
    }

    @Test
    void aBaselineTakesThePlaceOfTheOneBefore() throws Exception {
        try (var harbor = Harbor.start(HarborOptions.standard(), Progress.SILENT)) {
            var file = HarborFile.put(folder, EXAMPLES, harbor);
            var target = Files.writeString(NEW, "old");
            try (var doors = new AllDoors(file, harbor.environment())) {
                var printed = doors.commandLine(
                        "migration-verify", "baseline", "-f", file.toString(), "-o", target.toString());

                assertThat(printed).isEmpty();
                assertThat(target).hasSameTextualContentAs(RECORDED);
            }
        }
    }
}
