package io.belay.adapter.systemfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import io.belay.core.settings.Tree;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {
    @ParameterizedTest
    @CsvSource({"1.10", "0x1F", "010", "no", "NO", "true", "12:30:45", "1e3", "2026-11-21", "+1", ".5"})
    void aTextIsTakenAsWritten(String written) {
        assertThat(Files.settings("text: " + written).get(EveryFormKind.TEXT).reveal())
                .isEqualTo(written);
    }

    @Test
    void bracesAndDollarsCanBeWrittenPlain() {
        var settings = Files.settings("text: \"$${env:PW} $PW {{{{unique}} {a: {b: 1}} $ } }}\"");

        assertThat(settings.get(EveryFormKind.TEXT)).isEqualTo(Text.of("${env:PW} $PW {{unique}} {a: {b: 1}} $ } }}"));
    }

    @ParameterizedTest
    @CsvSource({"10ms,PT0.01S", "1.5s,PT1.5S", "2m,PT2M", "1h30m,PT1H30M", "1d12h,PT36H", "0.5h,PT30M", "1s500ms,PT1.5S"
    })
    void spansAreRead(String written, Duration span) {
        assertThat(Files.settings("span: " + written).get(EveryFormKind.SPAN)).isEqualTo(span);
    }

    @ParameterizedTest
    @CsvSource({"1B,1", "2KB,2048", "2KiB,2048", "1.5MB,1572864", "1GB,1073741824"})
    void sizesAreReadInPowersOf1024(String written, long size) {
        assertThat(Files.settings("size: " + written).get(EveryFormKind.SIZE)).isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource({"PT0.01S,10ms", "PT36H,36h", "PT48H,2d", "PT1.5S,1500ms", "PT0.0000005S,0.0005ms", "PT0S,0ms"})
    void spansAreWrittenAsTheyAreRead(Duration span, String written) {
        assertThat(Units.written(span)).isEqualTo(written);
        assertThat(Units.span(written)).contains(span);
    }

    @Test
    void whatTheFileDoesNotSayIsByDefault() {
        var settings = Files.settings("text: a");

        assertThat(settings.get(EveryFormKind.WHOLE)).isEqualTo(7);
        assertThat(settings.get(EveryFormKind.FLAG)).isFalse();
        assertThat(settings.has(EveryFormKind.WHOLE)).isFalse();
        assertThat(settings.find(EveryFormKind.URL)).isEmpty();
    }

    @Test
    void aSingleItemNeedsNoDash() {
        assertThat(Files.settings("texts: one").get(EveryFormKind.TEXTS)).containsExactly(Text.of("one"));
        assertThat(Files.settings("blocks: { inner: 3 }").get(EveryFormKind.BLOCKS))
                .extracting(block -> block.get(EveryFormKind.INNER))
                .containsExactly(3L);
    }

    @Test
    void namesKeepTheirOrder() {
        Map<String, Text> texts =
                Files.settings("text-map: { z: 1, a: 2, m: 3 }").get(EveryFormKind.TEXT_MAP);

        assertThat(texts.keySet()).containsExactly("z", "a", "m");
    }

    @Test
    void aBlockIsReadByItsOwnShape() {
        Settings block = Files.settings("block: { inner: 4, text: x }").get(EveryFormKind.BLOCK);

        assertThat(block.get(EveryFormKind.INNER)).isEqualTo(4);
        assertThat(block.get(EveryFormKind.TEXT)).isEqualTo(Text.of("x"));
    }

    @Test
    void aTreeMeansWhatYamlsCoreSchemaSays() {
        var tree = Files.settings("tree: [1.10, 0x1F, 1e3, true, no, ~, \"5\", { a: x }]")
                .get(EveryFormKind.TREE);

        assertThat(tree)
                .isEqualTo(new Tree.Row(List.of(
                        new Tree.Numeral(new BigDecimal("1.10")),
                        new Tree.Numeral(new BigDecimal(31)),
                        new Tree.Numeral(new BigDecimal("1e3")),
                        new Tree.Flag(true),
                        new Tree.Leaf(Text.of("no")),
                        new Tree.Nothing(),
                        new Tree.Leaf(Text.of("5")),
                        new Tree.Branch(Map.of("a", new Tree.Leaf(Text.of("x")))))));
    }

    @Test
    void aSecretInAUrlStaysHidden() {
        var address = Files.settings("url: \"https://${env:HOST}/a\"").get(EveryFormKind.URL);

        assertThat(address.uri()).hasHost("api.example.com");
        assertThat(address.shown()).isEqualTo("https://${env:HOST}/a");
    }

    @ParameterizedTest
    @CsvSource({"wiat,wait", "perhost,per-host", "Per_Host,per-host", "wihtin,within", "urll,url"})
    void theNearestWordIsMeant(String written, String meant) {
        assertThat(Nearest.to(written, List.of("url", "wait", "within", "per-host", "concurrency")))
                .contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"x", "timeout", "''"})
    void whereNoWordIsNearNoneIsMeant(String written) {
        assertThat(Nearest.to(written, List.of("url", "wait", "within", "per-host")))
                .isEmpty();
    }
}
