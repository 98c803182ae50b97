package io.belay.adapter.scripts;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Who wrote which changeset, in XML and YAML. Both return nothing where the file cannot be read. */
final class LiquibaseNames {
    private LiquibaseNames() {}

    /**
     * @param logicalPath what stands in the ledger instead of the file's own
     * @param dbms the servers it is meant for; empty for all
     * @param again whether it is run again, when it changed or always
     */
    record Head(String author, String id, Optional<String> logicalPath, String dbms, boolean again) {}

    /** No document type and no entity is looked at: a file could otherwise read another. */
    static Optional<List<Head>> xml(String text) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var heads = new ArrayList<Head>();
        try {
            var reader = factory.createXMLStreamReader(new StringReader(text));
            var logical = Optional.<String>empty();
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamReader.START_ELEMENT) {
                    continue;
                }
                if (reader.getLocalName().equals("databaseChangeLog")) {
                    logical = attribute(reader, "logicalFilePath");
                }
                if (reader.getLocalName().equals("changeSet")) {
                    var own = attribute(reader, "logicalFilePath");
                    heads.add(new Head(
                            attribute(reader, "author").orElse(""),
                            attribute(reader, "id").orElse(""),
                            own.isPresent() ? own : logical,
                            attribute(reader, "dbms").orElse(""),
                            yes(attribute(reader, "runOnChange")) || yes(attribute(reader, "runAlways"))));
                }
            }
            return Optional.of(heads);
        } catch (XMLStreamException broken) {
            return Optional.empty();
        }
    }

    private static Optional<String> attribute(XMLStreamReader reader, String name) {
        for (var i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return Liquibase.some(reader.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    private static boolean yes(Optional<String> said) {
        return said.filter("true"::equalsIgnoreCase).isPresent();
    }

    static Optional<List<Head>> yaml(String text) {
        try {
            var root = new Load(LoadSettings.builder().build()).loadFromString(text);
            if (!(root instanceof Map<?, ?> map) || !(map.get("databaseChangeLog") instanceof List<?> entries)) {
                return Optional.of(List.of());
            }
            return Optional.of(heads(entries));
        } catch (YamlEngineException | StackOverflowError broken) {
            return Optional.empty();
        }
    }

    private static List<Head> heads(List<?> entries) {
        var heads = new ArrayList<Head>();
        var logical = Optional.<String>empty();
        for (var entry : entries) {
            if (!(entry instanceof Map<?, ?> map)) {
                continue;
            }
            if (map.containsKey("logicalFilePath")) {
                logical = text(map, "logicalFilePath");
            }
            if (map.get("changeSet") instanceof Map<?, ?> changeset) {
                var own = text(changeset, "logicalFilePath");
                heads.add(new Head(
                        text(changeset, "author").orElse(""),
                        text(changeset, "id").orElse(""),
                        own.isPresent() ? own : logical,
                        text(changeset, "dbms").orElse(""),
                        yes(text(changeset, "runOnChange")) || yes(text(changeset, "runAlways"))));
            }
        }
        return heads;
    }

    private static Optional<String> text(Map<?, ?> map, String key) {
        var value = map.get(key);
        return value == null ? Optional.empty() : Optional.of(String.valueOf(value));
    }
}
