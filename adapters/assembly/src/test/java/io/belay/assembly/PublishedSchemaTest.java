package io.belay.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class PublishedSchemaTest {
    private static final Path PUBLISHED = Path.of("../../templates/system.schema.json");

    @Test
    void thePublishedSchemaIsWhatTheReaderReads() throws Exception {
        assertThat(Files.readString(PUBLISHED))
                .as("write it anew with: scripts/run schema > templates/system.schema.json")
                .isEqualTo(Systems.schema());
    }
}
