package io.belay.adapter.report.baseline;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.schema.Column;
import io.belay.core.schema.Picture;
import io.belay.core.schema.Table;
import io.belay.core.settings.SettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BaselineFilesTest {
    private static final Picture PICTURE = Picture.of(
            "postgres",
            List.of(new Table(
                    "orders",
                    List.of(new Column("id", "bigint", false, Optional.empty(), Optional.empty())),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of())));

    @TempDir
    Path folder;

    @Test
    void whatWasRecordedIsReadBack() throws IOException {
        try (var out = Files.newBufferedWriter(folder.resolve("baseline.json"))) {
            Baseline.write(PICTURE, out);
        }

        var source = new BaselineFiles(folder).at("baseline.json");

        assertThat(source.place()).isEqualTo("baseline.json");
        assertThat(source.picture()).isEqualTo(PICTURE);
    }

    @Test
    void oneThatWasNotRecordedYetIsNotFoundOnceItIsNeeded() {
        var source = new BaselineFiles(folder).at("baseline.json");

        assertThat(fault("baseline.json").kind()).isEqualTo(Fault.Kind.NOT_FOUND);
        assertThat(source.place()).isEqualTo("baseline.json");
    }

    @Test
    void oneThatIsWrongIsRejectedWithItsLine() throws IOException {
        Files.writeString(folder.resolve("b.json"), "{\n\"belay\": \"baseline/1\",\n\"engine\": 5 }");

        var fault = fault("b.json");

        assertThat(fault.kind()).isEqualTo(Fault.Kind.REJECTED);
        assertThat(fault.message()).startsWith("b.json: line 3");
    }

    @Test
    void oneThatIsCutOffIsRejected() throws IOException {
        Files.writeString(folder.resolve("b.json"), "{\n\"belay\": ");

        assertThat(fault("b.json").kind()).isEqualTo(Fault.Kind.REJECTED);
    }

    @Test
    void whatIsNotUtf8IsRejected() throws IOException {
        Files.write(folder.resolve("b.json"), "{ \"belay\": \"Z\u00fcrich\" }".getBytes(ISO_8859_1));

        assertThat(fault("b.json").kind()).isEqualTo(Fault.Kind.REJECTED);
    }

    @Test
    void aFolderIsNoBaseline() {
        assertThat(fault(".").kind()).isEqualTo(Fault.Kind.REJECTED);
    }

    @Test
    void oneWithoutAnEndIsRejected() throws IOException {
        var spaces = " ".repeat(1 << 20).getBytes(UTF_8);
        try (var out = Files.newOutputStream(folder.resolve("b.json"))) {
            for (int i = 0; i <= Baseline.MOST >> 20; i++) {
                out.write(spaces);
            }
        }

        assertThat(fault("b.json").kind()).isEqualTo(Fault.Kind.REJECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000b"})
    void whatIsNoPathIsRefusedAtOnce(String place) {
        var places = new BaselineFiles(folder);

        assertThatExceptionOfType(SettingException.class).isThrownBy(() -> places.at(place));
    }

    private Fault fault(String place) {
        var source = new BaselineFiles(folder).at(place);
        try {
            throw new AssertionError("read " + source.picture());
        } catch (PortException failed) {
            return failed.fault();
        }
    }
}
