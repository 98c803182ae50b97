package io.belay.adapter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Report;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JUnitXmlTest {
    private static final List<Report> REPORTS =
            List.of(Reports.harbor(), Reports.hostile(), Reports.many(1_000), Reports.report(List.of()));

    @Test
    void theSuiteIsAsRecorded() throws IOException {
        Golden.assertSame("harbor.junit.xml", Faces.JUNIT.text(Reports.harbor()));
    }

    @Test
    void everyReportKeepsTheRulesOfTheForm() throws Exception {
        var schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JUnitXmlTest.class.getResource("junit.xsd"));
        for (var report : REPORTS) {
            schema.newValidator().validate(new StreamSource(new StringReader(Faces.JUNIT.text(report))));
        }
    }

    @Test
    void aReaderCountsWhatTheReportCounts() throws Exception {
        var suite = (Element)
                parsed(Reports.harbor()).getElementsByTagName("testsuite").item(0);

        assertThat(suite.getAttribute("tests")).isEqualTo("6");
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(6);
        assertThat(suite.getAttribute("failures")).isEqualTo("2");
        assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(2);
        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("error").getLength()).isEqualTo(1);
        assertThat(suite.getElementsByTagName("system-out").getLength()).isEqualTo(1);
    }

    @Test
    void hostileTextsStayTexts() throws Exception {
        var document = parsed(Reports.hostile());

        assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(2 * Reports.HOSTILE.size());
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        var names = document.getElementsByTagName("testcase");
        for (int i = 0; i < names.getLength(); i++) {
            assertThat(((Element) names.item(i)).getAttribute("name"))
                    .isEqualTo(Harmless.line(Reports.HOSTILE.get(i / 2)));
        }
    }

    private static Document parsed(Report report) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(Faces.JUNIT.text(report))));
    }
}
