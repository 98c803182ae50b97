package io.belay.adapter.report;

import io.belay.core.Correlation;
import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Report;
import io.belay.core.Verdict;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a report that {@link Faces#JSON} wrote, so that one run can be shown in any other form: a pipeline calls a function
 * over HTTP and makes its page and its JUnit XML of the one answer. Keys that a later version added are passed over.
 */
public final class ReportReader {
    private static final JsonFactory JSON = new JsonFactory();

    private ReportReader() {}

    /**
     * The report in {@code json}.
     *
     * @throws IllegalArgumentException where it is none, with what was found and what was meant
     */
    public static Report read(String json) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return report(JsonObject.read(parser));
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(
                    "not well-formed JSON: " + broken.getOriginalMessage() + " in line "
                            + broken.getLocation().getLineNr(),
                    broken);
        }
    }

    private static Report report(JsonObject json) {
        var version = json.text("belay");
        if (!version.equals(Json.VERSION)) {
            throw new IllegalArgumentException("found " + version + ", meant " + Json.VERSION);
        }
        return new Report(
                json.text("function"),
                json.text("system"),
                json.text("environment"),
                new Correlation(json.text("correlation")),
                instant(json.text("started")),
                json.millis("tookMs"),
                json.objects("findings").stream().map(ReportReader::finding).toList());
    }

    private static Finding finding(JsonObject json) {
        return new Finding(
                json.text("subject"),
                json.text("kind"),
                json.text("target"),
                verdict(json.text("verdict")),
                json.text("summary"),
                evidence(json.objects("evidence")),
                json.millis("tookMs"),
                json.allMillis("samplesMs"),
                json.objects("parts").stream().map(ReportReader::finding).toList());
    }

    private static List<Evidence> evidence(List<JsonObject> all) {
        return all.stream()
                .map(each -> new Evidence(
                        each.text("fact"), each.maybeText("expected"), each.text("observed"), each.flag("met")))
                .toList();
    }

    private static Verdict verdict(String word) {
        for (var verdict : Verdict.values()) {
            if (verdict.name().toLowerCase(Locale.ROOT).equals(word)) {
                return verdict;
            }
        }
        throw new IllegalArgumentException("found the verdict " + word + ", meant pass, warn, unknown or fail");
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException none) {
            throw new IllegalArgumentException("found " + text + ", meant an instant", none);
        }
    }
}
