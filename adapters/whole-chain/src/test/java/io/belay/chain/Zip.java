package io.belay.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The zip that {@code scripts/package} makes. */
record Zip(Path file) {
    /** Why it is not to be deployed: it is not there, or holds other jars of ours than those that are tested. */
    Optional<String> fault(String classPath) throws IOException {
        if (!Files.exists(file)) {
            return Optional.of(file.getFileName() + " is not there; scripts/package makes it");
        }
        var tested = Arrays.stream(classPath.split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream()
                    .filter(each -> each.getName().matches("lib/belay-.*\\.jar"))
                    .toList()) {
                if (!isTested(zip.getInputStream(entry).readAllBytes(), Path.of(entry.getName()), tested)) {
                    return Optional.of(file.getFileName() + " holds " + entry.getName()
                            + ", which is not what is tested; scripts/package makes it anew");
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isTested(byte[] jar, Path name, List<Path> tested) throws IOException {
        for (var each : tested) {
            if (each.endsWith(name.getFileName()) && Files.isRegularFile(each)) {
                return Arrays.equals(jar, Files.readAllBytes(each));
            }
        }
        return false;
    }

    /** With {@code text} as its file {@code name} beside the jars. */
    byte[] with(String name, String text) throws IOException {
        var whole = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(Files.newInputStream(file));
                var to = new ZipOutputStream(whole)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                from.transferTo(to);
            }
            write(to, Map.of(name, text));
        }
        return whole.toByteArray();
    }

    /** A zip of these texts alone. */
    static byte[] of(Map<String, String> texts) throws IOException {
        var whole = new ByteArrayOutputStream();
        try (var to = new ZipOutputStream(whole)) {
            write(to, texts);
        }
        return whole.toByteArray();
    }

    private static void write(ZipOutputStream to, Map<String, String> texts) throws IOException {
        for (var each : texts.entrySet()) {
            to.putNextEntry(new ZipEntry(each.getKey()));
            to.write(each.getValue().getBytes(UTF_8));
        }
    }
}
