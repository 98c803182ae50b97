package io.belay.adapter.systemfile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class HostileFileTest {
    private static Reading.Refused refused(byte[] bytes) {
        return (Reading.Refused) new SystemFile(Files.VOCABULARY, Files.SECRETS).read("harbor.yaml", bytes);
    }

    private static FileFault fault(String text) {
        return Files.faults(text).getFirst();
    }

    @Test
    void aBombOfAliasesIsRefusedUnexpanded() {
        var bomb = IntStream.range(1, 30)
                .mapToObj(i -> "a" + i + ": &a" + i + " [" + "*a0, ".repeat(20).replace("a0", "a" + (i - 1)) + "]")
                .collect(Collectors.joining("\n", "a0: &a0 [x]\n", "\n"));

        assertThat(refused(bomb.getBytes(UTF_8)).count()).isGreaterThan(600);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    system: &a x       | the anchor &a               | no anchor: they are not read
                    system: *a         | the alias *a                | the value written out: aliases are not read
                    system: !!java.net.URL [x] | the tag "!!java.net.URL" | no tag: what a value is follows from its key
                    system: !x y       | the tag "!x"                | no tag: what a value is follows from its key
                    """)
    void whatYamlHasBeyondValuesIsRefused(String text, String found, String meant) {
        var fault = Files.faults(text).stream()
                .filter(each -> each.column() == 9)
                .findFirst()
                .orElseThrow();

        assertThat(fault.path()).isEqualTo("system");
        assertThat(fault.found()).isEqualTo(found);
        assertThat(fault.meant()).isEqualTo(meant);
    }

    @Test
    void aMergeKeyIsRefused() {
        assertThat(Files.faults("<<: { system: x }"))
                .extracting(FileFault::found)
                .contains("the merge key <<");
    }

    @Test
    void aKeyStandsOnce() {
        assertThat(Files.faults("system: a\nenvironment: b\n'system': c\n"))
                .extracting(FileFault::shown)
                .contains(
                        "harbor.yaml:3:1 system: found this key a second time, meant each key once; it stands in line 1 already");
    }

    @Test
    void aSecondDocumentIsRefused() {
        assertThat(Files.faults(Samples.RIGHT.getFirst() + "---\na: b\n"))
                .extracting(FileFault::found)
                .containsExactly("a second document");
    }

    @Test
    void tenMegabytesAreRefusedUnread() {
        var bytes = new byte[10 << 20];
        Arrays.fill(bytes, (byte) '[');

        assertThat(refused(bytes).shown())
                .isEqualTo("harbor.yaml:1:1: found more than 1MB, meant a file of at most 1MB");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            [     | blocks more than 64 deep
            - | blocks more than 64 deep
            {a:   | blocks more than 64 deep
            ?  | blocks more than 64 deep
            """)
    void depthHasAnEnd(String open, String found) {
        var text = (open.equals("[") ? open : open + " ").repeat((1 << 20) / (open.length() + 1));

        assertThat(fault(text).found()).isEqualTo(found);
    }

    @Test
    void valuesHaveAnEnd() {
        assertThat(fault("[" + "a,".repeat(500_000) + "]").found()).isEqualTo("more than 100000 values");
    }

    @Test
    void ofManyFaultsAHundredAreShownAndAllAreCounted() {
        var keys =
                IntStream.range(0, 45_000).mapToObj(i -> "systen" + i + ": x").collect(Collectors.joining("\n"));

        var refused = refused(keys.getBytes(UTF_8));

        assertThat(refused.faults()).hasSize(100);
        assertThat(refused.count()).isEqualTo(45_003);
        assertThat(refused.shown()).endsWith("\n... and 44903 more");
    }

    @Test
    void whatIsNotUtf8IsRefusedWhereItBegins() {
        assertThat(refused("system: a\nenvironment: Z\u00fcrich\n".getBytes(ISO_8859_1))
                        .shown())
                .isEqualTo("harbor.yaml:2:15: found bytes that are not UTF-8, meant a file in UTF-8");
        assertThat(refused("system: a".getBytes(UTF_16)).faults()).hasSize(1);
        assertThat(refused(new byte[] {'a', (byte) 0xC3}).faults()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0, U+0000", "7, U+0007", "27, U+001B", "127, U+007F"})
    void controlCharactersAreRefusedWhereTheyStand(int control, String shown) {
        var fault = fault("system: a\nenvironment: b" + (char) control + "\n");

        assertThat(fault.line()).isEqualTo(2);
        assertThat(fault.column()).isEqualTo(15);
        assertThat(fault.found()).isEqualTo("the control character " + shown);
    }

    @Test
    void aTabToIndentIsToldOf() {
        var fault = fault("system: a\nhealth:\n\tchecks: []\n");

        assertThat(fault.line()).isEqualTo(3);
        assertThat(fault.meant()).isEqualTo("spaces: YAML takes no tabs to indent");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''
            ' '
            '# a comment'
            """)
    void anEmptyFileIsRefused(String text) {
        assertThat(fault(text).found()).isEqualTo("an empty file");
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        var reading = new SystemFile(Files.VOCABULARY, Files.SECRETS).read(Path.of("/nowhere/harbor.yaml"));

        assertThat(((Reading.Refused) reading).shown())
                .isEqualTo("harbor.yaml:1:1: found no file \"/nowhere/harbor.yaml\", meant a system file");
    }

    @Test
    void aHostileKeyIsShownInOneLineAndCut() {
        var shown = fault("\"\\x1b[31m\\u202e\\n" + "x".repeat(1_000) + "\": 1").shown();

        assertThat(shown).hasSizeLessThan(300).doesNotContain("\u001b", "\u202e", "\n");
    }

    @Test
    void aNumberTooLargeToWriteOutIsNoNumber() {
        assertThat(Files.fault("expect: { count: 1e999999999 }").meant()).startsWith("a number");
        assertThat(Files.fault("whole: 1e9, expect: { open: true }").meant()).startsWith("a whole number");
    }
}
