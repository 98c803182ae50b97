package io.belay.adapter.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FacesTest {
    private static final List<Report> REPORTS =
            List.of(Reports.harbor(), Reports.hostile(), Reports.many(10_000), Reports.report(List.of()));

    @Test
    void aFaceIsFoundByItsName() {
        assertThat(Faces.all()).extracting(Face::name).containsExactly("json", "html", "text", "junit", "prometheus");
        assertThat(Faces.all())
                .allSatisfy(face -> assertThat(Faces.named(face.name())).contains(face));
        assertThat(Faces.named("HTML")).contains(Faces.HTML);
        assertThat(Faces.named("pdf")).isEmpty();
    }

    @Test
    void whoAsksForNothingElseGetsJson() {
        assertAccepted(Faces.JSON, "", "  ", "*/*", "application/json", "application/*", "text/html;q=0, */*;q=0.1");
    }

    @Test
    void aBrowserGetsAPage() {
        assertAccepted(
                Faces.HTML,
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
                "text/html, */*",
                "TEXT/HTML",
                "text/*",
                "application/json;q=0.5, text/html;level=1");
    }

    @Test
    void plainTextIsForPeopleUnlessItIsVersioned() {
        assertAccepted(Faces.TEXT, "text/plain", "text/plain;charset=utf-8", "application/json;q=0.1,text/plain;q=0.2");
        assertAccepted(
                Faces.PROMETHEUS,
                "text/plain; version=0.0.4",
                "text/plain;version=0.0.4;q=0.5,*/*;q=0.1",
                "application/openmetrics-text",
                "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,"
                        + "application/openmetrics-text;version=0.0.1;q=0.5,text/plain;version=1.0.0;q=0.4,"
                        + "text/plain;version=0.0.4;q=0.3,*/*;q=0.2");
    }

    @Test
    void aBuildServerGetsXml() {
        assertAccepted(
                Faces.JUNIT, "application/xml", "application/junit+xml", "text/xml", "image/png, text/xml;q=0.001");
    }

    @Test
    void whatCannotBeHadIsNotAcceptable() {
        assertThat(List.of(
                        "image/png",
                        "application/json;q=0",
                        "*/*;q=0",
                        "nonsense",
                        ",;,/",
                        "*/json",
                        "application/json;q=2"))
                .allSatisfy(accept -> assertThat(Faces.accepting(accept)).isEmpty());
    }

    @Test
    void aHeaderWithoutEndIsReadToABound() {
        assertThat(Faces.accepting("image/png,".repeat(1_000_000))).isEmpty();
        assertThat(Faces.accepting("text/html," + ";".repeat(1_000_000))).contains(Faces.HTML);
    }

    @Test
    void everyFaceIsValidUtf8AndTheSameEachTime() throws IOException {
        for (var face : Faces.all()) {
            for (var report : REPORTS) {
                var out = new ByteArrayOutputStream();

                face.write(report, out);

                assertThat(out.toString(UTF_8)).isEqualTo(face.text(report)).doesNotContain("\u0000");
            }
        }
    }

    @Test
    void everyFaceOfAHugeReportIsBounded() {
        var huge = Reports.many(10_000);

        assertThat(Faces.JSON.text(huge).length()).isLessThan(2_500_000);
        assertThat(Faces.HTML.text(huge).length()).isLessThan(2_500_000);
        assertThat(Faces.TEXT.text(huge).length()).isLessThan(1_500_000);
        assertThat(Faces.JUNIT.text(huge).length()).isLessThan(2_500_000);
        assertThat(Faces.PROMETHEUS.text(huge).length()).isLessThan(8_000_000);
    }

    @Test
    void noHostileTextReachesAPersonWhole() {
        var longest = "a".repeat(Harmless.MOST_SHOWN + 1);

        assertThat(List.of(Faces.HTML, Faces.TEXT, Faces.JUNIT, Faces.PROMETHEUS))
                .allSatisfy(face -> assertThat(face.text(Reports.hostile()))
                        .doesNotContain(longest)
                        .doesNotContain("\u001b", "\u0007", "\b", "\u009b", "\u202e", "\u2066", "\u200f", "\u2028"));
    }

    private static void assertAccepted(Face face, String... headers) {
        assertThat(headers)
                .allSatisfy(
                        accept -> assertThat(Faces.accepting(accept)).as(accept).contains(face));
    }
}
