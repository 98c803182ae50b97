package io.belay.adapter.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Holds a text against a file in the test resources. {@code -Dbelay.golden=write} writes the files anew. */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/io/belay/adapter/report");

    private Golden() {}

    static void assertSame(String file, String text) throws IOException {
        var path = FOLDER.resolve(file);
        if ("write".equals(System.getProperty("belay.golden"))) {
            Files.writeString(path, text, UTF_8);
        }
        assertThat(text).isEqualTo(Files.readString(path, UTF_8));
    }
}
