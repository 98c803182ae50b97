package io.belay.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.runtime.lambda.HealthHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrainingHarborTest {
    private static final Path TRAINING = Path.of("training");

    private static void copy(Path to) throws IOException {
        try (Stream<Path> files = Files.walk(TRAINING)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var copy = to.resolve(TRAINING.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "aliyun"})
    void theTrainingsSystemFileIsRight(String cloud, @TempDir Path folder) throws Exception {
        copy(folder);
        var log = new ByteArrayOutputStream();
        try (var harbor = new TrainingHarbor(folder, cloud)) {
            var _ = new HealthHandler(harbor.environment(), new PrintStream(log, true, UTF_8));
        }
        assertThat(log.toString(UTF_8)).contains("\"event\":\"open\"").doesNotContain("faults");
    }

    @Test
    void everyEventNamesAHandlerThatIsThere() {
        assertThat(EveryHandler.events()).hasSizeGreaterThan(8).allMatch(event -> event.matches("[a-z-]+ \\{.*}"));
    }
}
