package io.belay.adapter.systemfile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.belay.core.PortException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret is put wherever a value can flow, right or wrong, and must not come out in what is shown. */
class CanaryTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "url: \"${env:PW}\"",
                "url: \"http://${env:PW} x/\"",
                "url: \"http://x:${env:PW}/\"",
                "url: \"http://x/ ${env:PW}\"",
                "code: \"${env:PW}\"",
                "whole: \"${env:PW}\"",
                "whole: ${env:PW}",
                "span: \"${env:PW}\"",
                "span: \"${env:PW}s\"",
                "size: \"${env:PW}\"",
                "flag: \"${env:PW}\"",
                "choice: \"${env:PW}\"",
                "text: [\"${env:PW}\"]",
                "texts: [[\"${env:PW}\"]]",
                "text-map: { \"${env:PW}\": a }",
                "tree: { \"${env:PW}\": a }",
                "block: \"${env:PW}\"",
                "\"${env:PW}\": a",
                "text: \"${env:PW}\", tree: a",
                "expect: { body: \"${env:PW}\" }",
                "expect: { body: { matches: \"${env:PATTERN}\" } }",
                "expect: { body: { is: \"${env:PW}\" } }",
                "expect: { count: \"${env:PW}\" }",
                "expect: { valid-for: \"< ${env:PW}\" }",
                "expect: { header: { \"${env:PW}\": a } }",
                "expect: { \"${env:PW}\": a }"
            })
    void aFaultNeverHoldsASecret(String settings) {
        var expect = settings.startsWith("expect") ? "" : ", expect: { open: true }";

        var reading = Files.read(Files.forms(settings + expect));

        assertThat(reading).isInstanceOf(Reading.Refused.class);
        assertThat(reading.toString()).doesNotContain(Files.CANARY, "Zwitschert");
        assertThat(((Reading.Refused) reading).shown()).doesNotContain(Files.CANARY, "Zwitschert");
    }

    @ParameterizedTest
    @ValueSource(strings = {"system", "environment", "name"})
    void whatIsShownHoldsNoSecret(String key) {
        var file =
                Files.forms("expect: { open: true }").replaceFirst("(?m)(\\b" + key + "): .*$", "$1: \"\\${env:PW}\"");

        assertThat(Files.faults(file))
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.shown()).doesNotContain("Zwitschert"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url: \"http://x/?${env:HOST}\"",
                "text: \"a${env:PW}b\"",
                "texts: [\"${env:PW}\"]",
                "text-map: { a: \"${env:PW}\" }",
                "tree: { a: [\"${env:PW}\"] }",
                "block: { inner: 1, text: \"${env:PW}\" }"
            })
    void aSystemThatIsReadShowsReferencesAlone(String settings) {
        var system = Files.system(Files.forms(settings + ", expect: { open: true }"));

        assertThat(system.toString()).contains("${env:").doesNotContain("Zwitschert", "api.example.com");
    }

    @Test
    void everySecretIsKnownToTheRedactor() {
        var system = Files.system(Files.forms("texts: [\"${env:PW}\", \"${env:HOST}\"], expect: { open: true }"));

        assertThat(system.redactor().redact(Files.CANARY + " at api.example.com"))
                .isEqualTo("${env:PW} at ${env:HOST}");
    }

    @Test
    void whatIsPublicIsShown() {
        var settings = Files.settings("text: \"${public-env:STAGE}\"");

        assertThat(settings.get(EveryFormKind.TEXT).shown()).isEqualTo("staging");
    }

    @Test
    void aSecretInAFileLosesOneLineBreak(@TempDir Path folder) throws IOException {
        java.nio.file.Files.writeString(folder.resolve("pw"), "c4nary\n\n");
        var file = new SystemFile(Files.VOCABULARY, List.of(new FileSecrets(folder)));

        var reading = file.read(
                "x", Files.forms("text: \"${file:pw}\", expect: { open: true }").getBytes(UTF_8));

        var settings = ((Reading.Read) reading)
                .system()
                .health()
                .checks()
                .getFirst()
                .question()
                .settings();
        assertThat(settings.get(EveryFormKind.TEXT).reveal()).isEqualTo("c4nary\n");
        assertThat(reading.toString()).doesNotContain("c4nary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"large", "binary", "empty", ".", "none", "\u0000"})
    void aFileThatHoldsNoSecretIsAFault(String name, @TempDir Path folder) throws IOException {
        java.nio.file.Files.write(folder.resolve("large"), new byte[70_000]);
        java.nio.file.Files.write(folder.resolve("binary"), new byte[] {(byte) 0xFF, (byte) 0xFE});
        java.nio.file.Files.writeString(folder.resolve("empty"), "\n");
        var secrets = new FileSecrets(folder);

        assertThatExceptionOfType(PortException.class)
                .isThrownBy(() -> secrets.read(name))
                .withMessageContaining("the file ");
    }
}
