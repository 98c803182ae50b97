package io.belay.image.bill;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The packages of a base image, as they are noted under its root: one file each in {@code var/lib/dpkg/status.d}, as distroless has them
 * (its PACKAGE_METADATA.md), or all in {@code var/lib/dpkg/status}, as Debian has them.
 */
record Packages(Path root) {
    private static final Path NOTES = Path.of("var/lib/dpkg");

    /** None where nothing is noted. */
    List<Component> all() throws IOException {
        var release = release();
        var found = new ArrayList<Component>();
        for (var file : files()) {
            for (var paragraph : Files.readString(file).split("\n\\s*\n", -1)) {
                component(fields(paragraph), release).ifPresent(found::add);
            }
        }
        return found;
    }

    private List<Path> files() throws IOException {
        var folder = root.resolve(NOTES).resolve("status.d");
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                return files.filter(each -> !each.toString().endsWith(".md5sums"))
                        .sorted()
                        .toList();
            }
        }
        var file = root.resolve(NOTES).resolve("status");
        return Files.exists(file) ? List.of(file) : List.of();
    }

    private static Map<String, String> fields(String paragraph) {
        var fields = new HashMap<String, String>();
        for (var line : paragraph.lines().toList()) {
            var colon = line.indexOf(": ");
            if (colon > 0 && line.charAt(0) != ' ') {
                fields.put(line.substring(0, colon), line.substring(colon + 2).strip());
            }
        }
        return fields;
    }

    private static Optional<Component> component(Map<String, String> fields, Map<String, String> release) {
        var removed = !fields.getOrDefault("Status", "installed").endsWith("installed");
        if (removed || !fields.containsKey("Package") || !fields.containsKey("Version")) {
            return Optional.empty();
        }
        return Optional.of(Component.debian(
                release.getOrDefault("ID", "debian"),
                fields.getOrDefault("Package", ""),
                fields.getOrDefault("Version", ""),
                fields.getOrDefault("Architecture", "all"),
                release.getOrDefault("VERSION_ID", "unknown")));
    }

    private Map<String, String> release() throws IOException {
        var file = root.resolve("usr/lib/os-release");
        return Files.exists(file) ? settings(Files.readString(file)) : Map.of();
    }

    /** {@code NAME="value"}, a line each. */
    static Map<String, String> settings(String text) throws IOException {
        var read = new Properties();
        try (Reader reader = new StringReader(text)) {
            read.load(reader);
        }
        var settings = new HashMap<String, String>();
        for (var name : read.stringPropertyNames()) {
            settings.put(name, read.getProperty(name, "").replace("\"", ""));
        }
        return settings;
    }
}
