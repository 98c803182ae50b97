package io.belay.image.link;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** The texts of licences and notices that jars bear, which are lost where they become one module. Most jars bear the same few. */
public final class Licences {
    /** The file that says which jars bear which text. */
    public static final String WHOSE = "WHOSE.txt";

    private Licences() {}

    /** Writes to the folder {@code arguments[0]} what the jars in {@code arguments[1]} bear. */
    public static void main(String[] arguments) throws IOException {
        try (var files = Files.list(Path.of(arguments[1]))) {
            write(
                    files.filter(file -> file.toString().endsWith(".jar"))
                            .sorted()
                            .toList(),
                    Path.of(arguments[0]));
        }
    }

    /** Writes each text once, under the name of the first of {@code jars} that bears it. */
    static void write(List<Path> jars, Path to) throws IOException {
        Files.createDirectories(to);
        var names = new LinkedHashMap<String, String>();
        var whose = new TreeMap<String, List<String>>();
        for (var file : jars) {
            var jar = Jar.of(file);
            for (var licence : jar.licences().entrySet()) {
                var text = new String(licence.getValue(), ISO_8859_1);
                var name = jar.name().replaceFirst("\\.jar$", "") + "-"
                        + licence.getKey().replace('/', '-');
                whose.computeIfAbsent(names.computeIfAbsent(text, _ -> name), _ -> new ArrayList<>())
                        .add(jar.name());
            }
        }
        for (var each : names.entrySet()) {
            Files.writeString(to.resolve(each.getValue()), each.getKey(), ISO_8859_1);
        }
        var lines = new ArrayList<String>();
        whose.forEach((text, bearers) -> lines.add(text + ": " + String.join(" ", new TreeSet<>(bearers))));
        Files.write(to.resolve(WHOSE), lines);
    }
}
