package io.belay.image.link;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes one open module of many jars. As jars on a class path they are opened at every start, each with the whole list of what
 * it holds, since the JDK looks in all of them for a service that none provides; linked with Java they are one file that is mapped.
 */
public final class OneModule {
    /** What it is called: a start names it, {@code -m io.belay/io.belay.runtime.fc.FcMain}. */
    public static final String NAME = "io.belay";

    /** As every file of an image. */
    private static final FileTime WRITTEN = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private OneModule() {}

    /** Writes to {@code arguments[0]}, as a reader of the modules {@code arguments[1]}, all jars of the folders that follow. */
    public static void main(String[] arguments) throws IOException {
        var read = new TreeSet<>(List.of(arguments[1].split(",")));
        var jars = new ArrayList<Path>();
        for (var folder : Arrays.asList(arguments).subList(2, arguments.length)) {
            try (var files = Files.list(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(jars::add);
            }
        }
        write(jars, read, Path.of(arguments[0]));
    }

    /**
     * Writes {@code jars} as one module that reads the modules {@code read}.
     *
     * @throws IOException where two of them hold different files of one name: which one a program finds would be chance
     */
    static void write(List<Path> jars, Set<String> read, Path to) throws IOException {
        var all = new Content();
        for (var jar : jars) {
            all.add(Jar.of(jar));
        }
        var descriptor = new Descriptor(all, read, ModuleFinder.ofSystem());
        var switches = new Switches(all.files());
        try (var zip = new ZipOutputStream(Files.newOutputStream(to))) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            put(zip, "module-info.class", descriptor.bytes());
            for (var file : all.files().entrySet()) {
                put(zip, file.getKey(), ours(file.getKey()) ? switches.writtenOut(file.getValue()) : file.getValue());
            }
        }
    }

    /** What others wrote is passed on as they wrote it. */
    private static boolean ours(String file) {
        return file.startsWith("io/belay/") && file.endsWith(".class");
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setLastModifiedTime(WRITTEN);
        zip.putNextEntry(entry);
        zip.write(content);
    }
}
