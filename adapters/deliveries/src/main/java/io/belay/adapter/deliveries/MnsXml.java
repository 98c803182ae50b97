package io.belay.adapter.deliveries;

import java.io.StringReader;
import java.util.LinkedHashMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A topic's notification as XML: one element deep, no DTD, no entity of its own, each element once. */
final class MnsXml {
    private static final String ROOT = "Notification";
    private static final String MEANT = "well-formed XML, one element deep";

    private MnsXml() {}

    static Spot read(Body body) {
        try {
            // Not shared: the JDK does not promise that its factory is safe on several threads.
            var factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, true);
            return notification(factory.createXMLStreamReader(new StringReader(body.text())));
        } catch (XMLStreamException _) {
            // Its message would repeat the sender's words.
            throw new NotRead(ROOT, "something malformed", MEANT);
        }
    }

    private static Spot notification(XMLStreamReader reader) throws XMLStreamException {
        var fields = new LinkedHashMap<String, Json>();
        var inside = false;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    var name = reader.getLocalName();
                    if (!inside) {
                        root(name);
                        inside = true;
                    } else if (fields.put(name, new Json.Text(reader.getElementText())) != null) {
                        throw new NotRead(ROOT, "an element said twice", "each element once");
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new NotRead(ROOT, "a DTD or an entity", MEANT);
                default -> {
                    // White space and comments between elements say nothing.
                }
            }
        }
        return new Spot(ROOT, new Json.Fields(fields));
    }

    private static void root(String name) {
        if (!name.equals(ROOT)) {
            throw new NotRead("/", "another element", ROOT);
        }
    }
}
