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
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The report as a build server's test results, in the form that Ant began and Jenkins, GitLab and others read: one suite, a
 * case per {@link JUnitCase}. FAIL is a failure, UNKNOWN an error; WARN passes, and its output says why.
 */
final class JUnitXml implements Face {
    // The form knows no zone: readers take it as it stands.
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private static final int MOST_EVIDENCE = 2_000;

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
            // Made here, and not for all reports: every cold start loads this class, and few write XML.
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(new Plain(out));
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
        var cases = JUnitCase.of(report);
        begin(xml, "\n", "testsuites");
        attribute(xml, "name", "belay " + report.function());
        totals(report, cases, xml);
        begin(xml, "\n", "testsuite");
        attribute(xml, "name", String.join(" ", report.system(), report.environment(), report.function()));
        totals(report, cases, xml);
        attribute(xml, "skipped", "0");
        attribute(xml, "timestamp", STAMP.format(report.started()));
        properties(report, xml);
        for (var each : cases) {
            testCase(each, xml);
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void totals(Report report, List<JUnitCase> cases, XMLStreamWriter xml) throws XMLStreamException {
        attribute(xml, "tests", Integer.toString(cases.size()));
        attribute(xml, "failures", count(cases, Verdict.FAIL));
        attribute(xml, "errors", count(cases, Verdict.UNKNOWN));
        attribute(xml, "time", Words.seconds(report.took()));
    }

    private static String count(List<JUnitCase> cases, Verdict verdict) {
        return Long.toString(
                cases.stream().filter(each -> each.verdict() == verdict).count());
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

    private static void testCase(JUnitCase each, XMLStreamWriter xml) throws XMLStreamException {
        var finding = each.finding();
        begin(xml, "\n  ", "testcase");
        attribute(xml, "name", each.name());
        attribute(xml, "classname", each.group());
        attribute(xml, "time", Words.seconds(finding.took()));
        switch (each.verdict()) {
            case FAIL -> fault(xml, "failure", each);
            case UNKNOWN -> fault(xml, "error", each);
            case WARN -> {
                begin(xml, "\n    ", "system-out");
                xml.writeCharacters("warning: " + told(each));
                xml.writeEndElement();
            }
            case PASS -> {}
        }
        xml.writeEndElement();
    }

    private static void fault(XMLStreamWriter xml, String element, JUnitCase each) throws XMLStreamException {
        begin(xml, "\n    ", element);
        attribute(xml, "message", each.finding().summary());
        attribute(xml, "type", Words.of(each.verdict()));
        xml.writeCharacters(told(each));
        xml.writeEndElement();
    }

    /** The finding in lines: build servers show them as they stand. */
    private static String told(JUnitCase each) {
        var finding = each.finding();
        return Stream.of(
                        Stream.of(Harmless.line(finding.summary()), "at " + Harmless.line(each.target())),
                        evidence(finding),
                        finding.parts().stream().flatMap(part -> part(finding, part)))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> evidence(Finding finding) {
        var shown = Shown.evidence(finding, MOST_EVIDENCE);
        var more = finding.evidence().size() - shown.size();
        return Stream.concat(
                shown.stream().map(each -> SchemaLine.areOf(finding) ? told(SchemaLine.of(each)) : told(each)),
                more > 0 ? Stream.of(Words.count(more) + " more in the JSON") : Stream.of());
    }

    private static String told(SchemaLine line) {
        return line.sign().mark() + " " + line.place() + ": " + line.said();
    }

    private static Stream<String> part(Finding whole, Finding part) {
        var head = (Shown.inSteps(whole) ? "step " : Harmless.line(part.kind()) + " ") + Words.of(part.verdict()) + ": "
                + Harmless.line(part.subject()) + " (" + Spans.shown(part.took()) + "): "
                + Harmless.line(part.summary());
        var reasons = part.verdict() == Verdict.PASS
                ? Stream.<String>empty()
                : evidence(part).map(each -> "  " + each);
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
