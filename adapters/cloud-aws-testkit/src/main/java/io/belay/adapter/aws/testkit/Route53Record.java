package io.belay.adapter.aws.testkit;

import static io.belay.adapter.aws.testkit.Xml.element;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A resource record set.
 *
 * @param fields all else that it says: {@code TTL}, {@code Weight}, {@code AliasTarget.DNSName}
 * @param values in any order
 */
record Route53Record(String name, String type, String identifier, Map<String, String> fields, List<String> values) {
    Route53Record {
        name = normal(name);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        values = values.stream().sorted().toList();
    }

    /** "Route 53 treats uppercase letters as lowercase", assumes the last dot, and writes an asterisk as {@code \052}. */
    static String normal(String name) {
        var lower = name.toLowerCase(Locale.ROOT).replace("*", "\\052");
        return lower.endsWith(".") ? lower : lower + ".";
    }

    static Route53Record of(Element set) {
        var fields = new LinkedHashMap<String, String>();
        var values = new ArrayList<String>();
        gather(set, "", fields, values);
        var name = String.valueOf(fields.remove("Name"));
        var type = String.valueOf(fields.remove("Type"));
        var identifier = fields.containsKey("SetIdentifier") ? String.valueOf(fields.remove("SetIdentifier")) : "";
        return new Route53Record(name, type, identifier, fields, values);
    }

    private static void gather(Element from, String path, Map<String, String> fields, List<String> values) {
        for (Node node = from.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (!(node instanceof Element child)) {
                continue;
            }
            if (child.getTagName().equals("Value")) {
                values.add(child.getTextContent());
                continue;
            }
            if (child.getElementsByTagName("*").getLength() > 0) {
                gather(child, child.getTagName().equals("AliasTarget") ? "AliasTarget." : path, fields, values);
                continue;
            }
            fields.put(path + child.getTagName(), child.getTextContent());
        }
    }

    /** As it is listed: names from the top of the tree down. */
    String order() {
        var labels = Arrays.asList(name.split("\\.", -1)).reversed();
        return String.join(".", labels) + " " + type + " " + identifier;
    }

    boolean same(Route53Record other) {
        return name.equals(other.name) && type.equals(other.type) && identifier.equals(other.identifier);
    }

    String xml() {
        var alias = new StringBuilder();
        var plain = new StringBuilder();
        fields.forEach((key, value) -> {
            if (key.startsWith("AliasTarget.")) {
                alias.append(element(key.substring("AliasTarget.".length()), value));
            } else {
                plain.append(element(key, value));
            }
        });
        var records = values.stream()
                .map(value -> "<ResourceRecord>" + element("Value", value) + "</ResourceRecord>")
                .collect(Collectors.joining());
        return "<ResourceRecordSet>" + element("Name", name) + element("Type", type)
                + (identifier.isEmpty() ? "" : element("SetIdentifier", identifier)) + plain
                + (records.isEmpty() ? "" : "<ResourceRecords>" + records + "</ResourceRecords>")
                + (alias.isEmpty() ? "" : "<AliasTarget>" + alias + "</AliasTarget>") + "</ResourceRecordSet>";
    }

    @Override
    public String toString() {
        return "[name='" + name + "', type='" + type + "'"
                + (identifier.isEmpty() ? "" : ", set identifier='" + identifier + "'") + "]";
    }
}
