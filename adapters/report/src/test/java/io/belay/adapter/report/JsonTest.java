package io.belay.adapter.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.belay.core.Evidence;
import io.belay.core.Report;
import io.belay.core.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

class JsonTest {
    private static final Path SCHEMA = Path.of("../../templates/report.schema.json");

    private final Json json = new Json();

    @Test
    void theFormatIsAsRecorded() throws IOException {
        var text = json.text(Reports.harbor());

        Golden.assertSame("harbor.json", indented(text));
    }

    @Test
    void nothingMeasuredIsUnknown() {
        var text = json.text(Reports.report(List.of()));

        assertThat(text).isEqualTo("""
                        {"belay":"report/1","function":"health","system":"harbor","environment":"prod",\
                        "verdict":"unknown","correlation":"0af7651916cd43dd8448eb211c80319c",\
                        "started":"2026-11-21T08:00:00Z","tookMs":5004,\
                        "counts":{"pass":0,"warn":0,"unknown":0,"fail":0},"findings":[]}
                        """);
    }

    @Test
    void everyReportKeepsTheSchema() throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA));
        for (var report : List.of(Reports.harbor(), Reports.hostile(), Reports.many(100), Reports.report(List.of()))) {

            var faults = schema.validate(json.text(report), InputFormat.JSON);

            assertThat(faults).isEmpty();
        }
    }

    @Test
    void theSchemaRefusesWhatIsNoReport() throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA));
        var right = json.text(Reports.harbor());
        for (var wrong : List.of(
                right.replace("report/1", "report/2"),
                right.replace("\"fail\"", "\"FAIL\""),
                right.replace("tookMs", "took"),
                right.replace("\"met\":true", "\"met\":\"yes\""),
                right.replace("\"tookMs\":48", "\"tookMs\":\"48\""))) {

            var faults = schema.validate(wrong, InputFormat.JSON);

            assertThat(faults).isNotEmpty();
        }
    }

    @Test
    void theSchemaDescribesEveryKeyThatIsWritten() throws IOException {
        var described = Files.readString(SCHEMA);

        assertThat(names(json.text(Reports.harbor())).distinct())
                .allSatisfy(key -> assertThat(described).contains('"' + key + "\": {"));
    }

    @Test
    void spansAreMillisecondsToThreeDecimals() {
        assertThat(Words.millis(Duration.ofNanos(1_234_567))).isEqualTo("1.235");
        assertThat(Words.millis(Duration.ofSeconds(1))).isEqualTo("1000");
        assertThat(Words.millis(Duration.ZERO)).isEqualTo("0");
        assertThat(Words.millis(Duration.ofSeconds(Long.MAX_VALUE))).isEqualTo("9223372036854775807000");
    }

    @Test
    void hostileTextsComeBackAsTheyWere() {
        var tame = Reports.HOSTILE.stream()
                .filter(text -> text.length() <= Json.MOST_KEPT && !text.contains("surrogate"))
                .toList();
        var report = Reports.report(tame.stream()
                .map(text -> Reports.finding(
                        "check",
                        "http",
                        "target",
                        Verdict.FAIL,
                        "summary",
                        Duration.ZERO,
                        Evidence.noted("body", text)))
                .toList());
        var out = new ByteArrayOutputStream();

        write(report, out);

        assertThat(values(out.toString(UTF_8), "observed")).isEqualTo(tame);
    }

    @Test
    void aLongTextIsCutAndSaysSo() {
        var report = Reports.report(List.of(
                Reports.finding("check", "http", "target", Verdict.FAIL, "a".repeat(1_000_000), Duration.ZERO)));

        var text = json.text(report);

        assertThat(text).hasSizeLessThan(17_000).contains("aaa… [cut: 1,000,000 characters in all]\"");
    }

    @Test
    void aBrokenPipeIsAnIoException() {
        var broken = new Writer() {
            @Override
            public void write(char[] text, int offset, int length) throws IOException {
                throw new IOException("broken pipe");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };

        assertThatThrownBy(() -> json.write(Reports.harbor(), broken))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("broken pipe");
    }

    private void write(Report report, ByteArrayOutputStream out) {
        try {
            json.write(report, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> names(String text) {
        var names = Stream.<String>builder();
        try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.PROPERTY_NAME) {
                    names.add(parser.currentName());
                }
            }
        }
        return names.build();
    }

    private static List<String> values(String text, String key) {
        var values = Stream.<String>builder();
        try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING && key.equals(parser.currentName())) {
                    values.add(parser.getString());
                }
            }
        }
        return values.build().toList();
    }

    private static String indented(String text) {
        var out = new StringWriter();
        var write = new ObjectWriteContext.Base() {
            @Override
            public DefaultPrettyPrinter getPrettyPrinter() {
                return new DefaultPrettyPrinter();
            }

            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }
        };
        try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), text);
                var generator = new JsonFactory().createGenerator(write, out)) {
            while (parser.nextToken() != null) {
                generator.copyCurrentEventExact(parser);
            }
        }
        return out + "\n";
    }
}
