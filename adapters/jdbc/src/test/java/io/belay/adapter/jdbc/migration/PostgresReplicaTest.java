package io.belay.adapter.jdbc.migration;

import static io.belay.adapter.jdbc.migration.SourceLaws.asked;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Deadline;
import io.belay.core.migration.DatabaseReading.Part;
import io.belay.core.migration.LedgerChoice;
import io.belay.core.settings.Key;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that only follows: it was told to, and takes no writes. */
final class PostgresReplicaTest {
    private static EmbeddedPostgres.Builder in(Path folder) {
        return EmbeddedPostgres.builder().setDataDirectory(folder).setCleanDataDirectory(false);
    }

    @Test
    void aReplicaIsReadAndToldAsOne(@TempDir Path folder) throws IOException, InterruptedException {
        var data = folder.resolve("data");
        in(data).start().close();
        Files.createFile(data.resolve("standby.signal"));
        try (var replica = in(data).start()) {
            var settings = Settings.builder()
                    .set(
                            Key.text("url", ""),
                            Text.of(replica.getJdbcUrl("postgres", "postgres").replaceFirst("\\?.*", "")))
                    .set(Key.text("user", ""), Text.of("postgres"))
                    .build();
            var reading = new PostgresDatabaseKind()
                    .bind(settings)
                    .read(
                            asked(new LedgerChoice.None(), true),
                            Deadline.in(Duration.ofSeconds(30), InstantSource.system()));

            assertThat(reading.server().replica()).isTrue();
            assertThat(reading.schema())
                    .hasValueSatisfying(part -> assertThat(part).isInstanceOf(Part.Seen.class));
            assertThat(reading.changes()).isInstanceOf(Part.Seen.class);
        }
    }
}
