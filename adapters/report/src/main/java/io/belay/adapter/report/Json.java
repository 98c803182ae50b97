package io.belay.adapter.report;

import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Report;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * The report for machines, as {@code templates/report.schema.json} describes it. Keys come in a fixed order; one may be
 * added within {@value #VERSION}, none is renamed or dropped.
 */
final class Json implements Face {
    /** The first key's value: what a reader checks before it reads on. */
    static final String VERSION = "report/1";

    /** How much of one text is kept, in characters. */
    static final int MOST_KEPT = 16_384;

    /** Half a surrogate pair: no UTF-8 can hold it, so that the whole report could not be written. */
    private static final Pattern HALF = Pattern.compile("\\p{Cs}");

    // The caller owns the writer; and a report half written must not look whole.
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    @Override
    public String name() {
        return "json";
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            whole(report, json);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
        out.write('\n');
    }

    private static void whole(Report report, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("belay", VERSION);
        text(json, "function", report.function());
        text(json, "system", report.system());
        text(json, "environment", report.environment());
        text(json, "verdict", Words.of(report.verdict()));
        text(json, "correlation", report.correlation().id());
        text(json, "started", report.started().toString());
        number(json, "tookMs", Words.millis(report.took()));
        counts(report, json);
        json.writeArrayPropertyStart("findings");
        report.findings().forEach(each -> finding(each, json));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void counts(Report report, JsonGenerator json) {
        json.writeObjectPropertyStart("counts");
        Words.WORST_FIRST.reversed().forEach(each -> json.writeNumberProperty(Words.of(each), report.count(each)));
        json.writeEndObject();
    }

    private static void finding(Finding finding, JsonGenerator json) {
        json.writeStartObject();
        text(json, "subject", finding.subject());
        text(json, "kind", finding.kind());
        text(json, "target", finding.target());
        text(json, "verdict", Words.of(finding.verdict()));
        text(json, "summary", finding.summary());
        number(json, "tookMs", Words.millis(finding.took()));
        json.writeArrayPropertyStart("evidence");
        finding.evidence().forEach(each -> evidence(each, json));
        json.writeEndArray();
        if (!finding.samples().isEmpty()) {
            json.writeArrayPropertyStart("samplesMs");
            finding.samples().forEach(each -> json.writeNumber(Words.millis(each)));
            json.writeEndArray();
        }
        if (!finding.parts().isEmpty()) {
            json.writeArrayPropertyStart("parts");
            finding.parts().forEach(each -> finding(each, json));
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void evidence(Evidence evidence, JsonGenerator json) {
        json.writeStartObject();
        text(json, "fact", evidence.fact());
        evidence.expected().ifPresent(expected -> text(json, "expected", expected));
        text(json, "observed", evidence.observed());
        json.writeBooleanProperty("met", evidence.met());
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String key, String value) {
        var kept = Harmless.cut(value, MOST_KEPT);
        json.writeStringProperty(key, pairs(kept) ? HALF.matcher(kept).replaceAll("\uFFFD") : kept);
    }

    /** Whether it may hold half a pair. Few texts do, and a matcher for each would be a tenth of what a warm call allocates. */
    private static boolean pairs(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    private static void number(JsonGenerator json, String key, String value) {
        json.writeName(key);
        json.writeNumber(value);
    }
}
