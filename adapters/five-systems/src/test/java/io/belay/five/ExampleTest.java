package io.belay.five;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.testkit.TestingTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of the examples, with other places in them. */
final class ExampleTest {
    @TempDir
    Path folder;

    @Test
    void aPlaceOfOursStandsForOneOutThere() throws IOException {
        var example = new Example(
                "serveml-lambda",
                Map.of("api.serveml.com", "localhost", "https://api.serveml.com", "http://127.0.0.1:1"),
                Map.of());

        example.open(folder, new TestingTime());

        assertThat(Files.readString(folder.resolve("serveml-lambda.yaml")))
                .contains("http://127.0.0.1:1/health", "tls: { host: localhost,")
                .doesNotContain("api.serveml.com");
    }

    @Test
    void aPlaceThatTheFileDoesNotNameIsRefused() {
        var example = new Example("wms-fc", Map.of("https://elsewhere.example", "http://127.0.0.1:1"), Map.of());

        assertThatThrownBy(() -> example.open(folder, new TestingTime()))
                .hasMessage("wms-fc.yaml does not say https://elsewhere.example");
    }
}
