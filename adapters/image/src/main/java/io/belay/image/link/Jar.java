package io.belay.image.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;

/**
 * A jar as this Java sees it: of several versions of a class the one that it would load.
 *
 * @param name of its file
 * @param files what it holds, by name, without {@code META-INF} and licences
 * @param licences the texts of licences and notices that it bears, by name
 * @param services who provides what, as {@code META-INF/services} says
 */
record Jar(
        String name,
        SortedMap<String, byte[]> files,
        SortedMap<String, byte[]> licences,
        SortedMap<String, List<String>> services) {
    private static final String SERVICES = "META-INF/services/";

    static Jar of(Path file) throws IOException {
        var name = file.getFileName().toString();
        var files = new TreeMap<String, byte[]>();
        var licences = new TreeMap<String, byte[]>();
        var services = new TreeMap<String, List<String>>();
        try (var jar = new JarFile(file.toFile(), true, JarFile.OPEN_READ, Runtime.version())) {
            for (var entry :
                    jar.versionedStream().filter(each -> !each.isDirectory()).toList()) {
                var content = jar.getInputStream(entry).readAllBytes();
                if (entry.getName().startsWith(SERVICES)) {
                    services.put(entry.getName().substring(SERVICES.length()), providers(new String(content, UTF_8)));
                } else if (licence(entry.getName())) {
                    licences.put(entry.getName().replaceFirst("^META-INF/", ""), content);
                } else if (!entry.getName().startsWith("META-INF/")
                        && !entry.getName().equals("module-info.class")) {
                    files.put(entry.getName(), content);
                }
            }
        }
        return new Jar(name, files, licences, services);
    }

    private static List<String> providers(String file) {
        var providers = new ArrayList<String>();
        for (var line : file.lines().toList()) {
            var said = line.replaceFirst("#.*", "").strip();
            if (!said.isEmpty()) {
                providers.add(said);
            }
        }
        return List.copyOf(providers);
    }

    /** Whoever passes a library on passes its licence on. */
    private static boolean licence(String entry) {
        return entry.matches("(META-INF/(.*/)?)?[^/]*(?i:licen[cs]e|notice|third-party)[^/]*")
                && !entry.endsWith(".class");
    }
}
