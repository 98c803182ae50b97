package io.belay.image.bill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A bill of materials (CycloneDX 1.6, JSON). */
public final class Bill {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String OURS = "io.belay";

    private final ObjectNode all;

    private Bill(ObjectNode all) {
        this.all = all;
    }

    /**
     * Reads the bill {@code arguments[0]} that Maven made of the libraries, adds the Java that runs this and the packages of the base
     * image whose root is {@code arguments[1]}, and writes it to {@code arguments[2]}.
     */
    public static void main(String[] arguments) throws IOException {
        var bill = of(Files.readAllBytes(Path.of(arguments[0])));
        var release = Packages.settings(Files.readString(Path.of(System.getProperty("java.home"), "release")));
        bill.add(List.of(Component.java(
                release.getOrDefault("IMPLEMENTOR", "unknown"), release.getOrDefault("JAVA_VERSION", "unknown"))));
        bill.add(new Packages(Path.of(arguments[1])).all());
        Files.write(Path.of(arguments[2]), bill.bytes());
    }

    /** The one that {@code file} is. */
    public static Bill of(byte[] file) throws IOException {
        if (JSON.readTree(file) instanceof ObjectNode read
                && read.path("components").isArray()) {
            return new Bill(read);
        }
        throw new IOException("found no list of components; a bill of materials in CycloneDX's JSON is meant");
    }

    void add(List<Component> more) {
        var components = all.withArray("components");
        more.forEach(each -> each.addTo(components.addObject()));
    }

    byte[] bytes() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(all);
    }

    private List<JsonNode> components(String kind) {
        return StreamSupport.stream(all.path("components").spliterator(), false)
                .filter(each -> text(each, "purl").startsWith("pkg:" + kind + "/"))
                .toList();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    /** How many components are of {@code kind}: {@code maven}, {@code deb} or {@code generic}. */
    public int count(String kind) {
        return components(kind).size();
    }

    /** The jars that it lists, by the names of their files. */
    public SortedSet<String> jars() {
        var jars = new TreeSet<String>();
        components("maven").forEach(each -> jars.add(text(each, "name") + "-" + text(each, "version") + ".jar"));
        return Collections.unmodifiableSortedSet(jars);
    }

    /** The licences that it names of each library but Belay's own, one of which may be chosen, by {@code group:name}. */
    public SortedMap<String, SortedSet<String>> licences() {
        var licences = new TreeMap<String, SortedSet<String>>();
        for (var each : components("maven")) {
            if (!text(each, "group").equals(OURS)) {
                var named = new TreeSet<String>();
                each.path("licenses")
                        .forEach(one -> named.add(one.path("license").path("id").asString("")));
                licences.put(text(each, "group") + ":" + text(each, "name"), named);
            }
        }
        return licences;
    }
}
