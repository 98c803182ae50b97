package io.belay.image.link;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.SourceVersion;

/** What all jars hold together. */
final class Content {
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final SortedMap<String, List<String>> services = new TreeMap<>();

    /** @throws IOException where it holds another file of a name that is taken */
    void add(Jar jar) throws IOException {
        for (var file : jar.files().entrySet()) {
            var before = files.put(file.getKey(), file.getValue());
            if (before != null && !Arrays.equals(before, file.getValue())) {
                throw new IOException(
                        jar.name() + " holds another " + file.getKey() + " than a jar before it; one of them is meant");
            }
        }
        jar.services()
                .forEach((service, providers) -> services.computeIfAbsent(service, _ -> new ArrayList<>())
                        .addAll(providers));
    }

    SortedMap<String, byte[]> files() {
        return Collections.unmodifiableSortedMap(files);
    }

    /** Who provides what, in the order of the jars. */
    SortedMap<String, List<String>> services() {
        return Collections.unmodifiableSortedMap(services);
    }

    boolean holds(String type) {
        return files.containsKey(type.replace('.', '/') + ".class");
    }

    /** Every package: to Java also a folder is one that holds anything. */
    SortedSet<String> packages() {
        return named(files.keySet().stream().filter(file -> file.contains("/")).toList());
    }

    /** The packages that hold a class; no other can be exported. */
    SortedSet<String> exported() {
        return named(files.keySet().stream()
                .filter(file -> file.contains("/") && file.endsWith(".class"))
                .toList());
    }

    private static SortedSet<String> named(List<String> files) {
        var packages = new TreeSet<String>();
        for (var file : files) {
            var name = file.substring(0, file.lastIndexOf('/')).replace('/', '.');
            if (SourceVersion.isName(name)) {
                packages.add(name);
            }
        }
        return packages;
    }
}
