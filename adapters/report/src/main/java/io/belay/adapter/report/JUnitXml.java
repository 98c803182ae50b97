package io.belay.adapter.report;

import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Report;
import io.belay.core.Verdict;
import io.belay.core.fact.Spans;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The report as a build server's test results, in the form that Ant began and Jenkins, GitLab and others read: one suite, a
 * case per finding. FAIL is a failure, UNKNOWN an error; WARN passes, and its output says why.
 */
final class JUnitXml implements Face {
    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    // The form knows no zone: readers take it as it stands.
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    @Override
    public String name() {
        return "junit";
    }

    @Override
    public String mediaType() {
        return "application/xml; charset=utf-8";
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        try {
            var xml = XML.createXMLStreamWriter(new Plain(out));
            xml.writeStartDocument("UTF-8", "1.0");
            suites(report, xml);
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw e.getCause() instanceof IOException broken ? broken : new IOException(e);
        }
        out.write('\n');
    }

    private static void suites(Report report, XMLStreamWriter xml) throws XMLStreamException {
        begin(xml, "\n", "testsuites");
        attribute(xml, "name", "belay " + report.function());
        totals(report, xml);
        begin(xml, "\n", "testsuite");
        attribute(xml, "name", String.join(" ", report.system(), report.environment(), report.function()));
        totals(report, xml);
        attribute(xml, "skipped", "0");
        attribute(xml, "timestamp", STAMP.format(report.started()));
        properties(report, xml);
        for (var finding : report.findings()) {
            testCase(report, finding, xml);
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void totals(Report report, XMLStreamWriter xml) throws XMLStreamException {
        attribute(xml, "tests", Integer.toString(report.findings().size()));
        attribute(xml, "failures", Long.toString(report.count(Verdict.FAIL)));
        attribute(xml, "errors", Long.toString(report.count(Verdict.UNKNOWN)));
        attribute(xml, "time", Words.seconds(report.took()));
    }

    private static void properties(Report report, XMLStreamWriter xml) throws XMLStreamException {
        begin(xml, "\n  ", "properties");
        property(xml, "belay.verdict", Words.of(report.verdict()));
        property(xml, "belay.function", report.function());
        property(xml, "belay.system", report.system());
        property(xml, "belay.environment", report.environment());
        property(xml, "belay.correlation", report.correlation().id());
        xml.writeEndElement();
    }

    private static void property(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeEmptyElement("property");
        attribute(xml, "name", name);
        attribute(xml, "value", value);
    }

    private static void testCase(Report report, Finding finding, XMLStreamWriter xml) throws XMLStreamException {
        begin(xml, "\n  ", "testcase");
        attribute(xml, "name", finding.subject());
        attribute(xml, "classname", String.join(".", report.system(), report.environment(), finding.kind()));
        attribute(xml, "time", Words.seconds(finding.took()));
        switch (finding.verdict()) {
            case FAIL -> fault(xml, "failure", finding);
            case UNKNOWN -> fault(xml, "error", finding);
            case WARN -> {
                begin(xml, "\n    ", "system-out");
                xml.writeCharacters("warning: " + told(finding));
                xml.writeEndElement();
            }
            case PASS -> {}
        }
        xml.writeEndElement();
    }

    private static void fault(XMLStreamWriter xml, String element, Finding finding) throws XMLStreamException {
        begin(xml, "\n    ", element);
        attribute(xml, "message", finding.summary());
        attribute(xml, "type", Words.of(finding.verdict()));
        xml.writeCharacters(told(finding));
        xml.writeEndElement();
    }

    /** The finding in lines: build servers show them as they stand. */
    private static String told(Finding finding) {
        return Stream.concat(
                        Stream.of(Harmless.line(finding.summary()), "at " + Harmless.line(finding.target())),
                        Stream.concat(
                                finding.evidence().stream().map(JUnitXml::told),
                                finding.parts().stream().flatMap(JUnitXml::step)))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> step(Finding part) {
        var head = "step " + Words.of(part.verdict()) + ": " + Harmless.line(part.subject()) + " ("
                + Spans.shown(part.took()) + "): " + Harmless.line(part.summary());
        var reasons = part.verdict() == Verdict.PASS
                ? Stream.<String>empty()
                : part.evidence().stream().map(each -> "  " + told(each));
        return Stream.concat(Stream.of(head), reasons);
    }

    private static String told(Evidence evidence) {
        return Harmless.line(evidence.fact())
                + evidence.expected()
                        .map(text -> ": expected " + Harmless.line(text))
                        .orElse(":")
                + (evidence.expected().isPresent() ? ", observed " : " ")
                + Harmless.block(evidence.observed())
                + (evidence.met() ? "" : " [unmet]");
    }

    private static void begin(XMLStreamWriter xml, String indent, String element) throws XMLStreamException {
        xml.writeCharacters(indent);
        xml.writeStartElement(element);
    }

    /** What {@link Harmless} writes out covers all that XML 1.0 cannot hold, such as NUL and half a surrogate pair. */
    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Harmless.line(value));
    }

    /** Hides what kind of writer it is: to some the JDK writes an emoji as two references, and neither is a character. */
    private static final class Plain extends FilterWriter {
        Plain(Writer out) {
            super(out);
        }
    }
}
