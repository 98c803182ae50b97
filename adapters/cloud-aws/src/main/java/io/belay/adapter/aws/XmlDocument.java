package io.belay.adapter.aws;

import io.belay.core.document.Document;
import io.belay.core.fact.Value;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Reads an answer in XML: elements of one name are a list, one of a name is itself, an empty one is an empty list. The answer of an
 * action begins below its {@code ...Result}, where there is one.
 */
final class XmlDocument {
    private static final int DEEPEST = 100;

    private XmlDocument() {}

    /** @throws IllegalArgumentException where it is none */
    static Document read(String text) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            var root = builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
            var document = of(root, 0);
            return document instanceof Document.Members(var children)
                    ? children.entrySet().stream()
                            .filter(child -> child.getKey().endsWith("Result"))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElse(document)
                    : document;
        } catch (SAXException | IOException wrong) {
            throw new IllegalArgumentException("no XML", wrong);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Document of(Element element, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("nested deeper than " + DEEPEST);
        }
        var byName = new LinkedHashMap<String, List<Document>>();
        for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                byName.computeIfAbsent(child.getTagName(), _ -> new ArrayList<>())
                        .add(of(child, depth + 1));
            }
        }
        if (byName.isEmpty()) {
            var text = element.getTextContent().strip();
            return text.isEmpty() ? new Document.Items(List.of()) : new Document.End(Value.of(text));
        }
        var children = new LinkedHashMap<String, Document>();
        byName.forEach(
                (name, list) -> children.put(name, list.size() == 1 ? list.getFirst() : new Document.Items(list)));
        return new Document.Members(children);
    }
}
