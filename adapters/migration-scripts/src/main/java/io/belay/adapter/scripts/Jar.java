package io.belay.adapter.scripts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The entries of a jar below a prefix. Nothing is unpacked; what an entry says of its own size is not believed. */
record Jar(Path jar, String prefix) implements Place {
    @Override
    public List<Found> files(Predicate<String> wanted, Bounds bounds) {
        if (!Files.exists(jar)) {
            throw Place.fault(new NoSuchFileException(jar.toString()));
        }
        try (var zip = new ZipFile(jar.toFile())) {
            if (zip.size() > bounds.mostFiles()) {
                throw Place.tooMuch("more than " + bounds.mostFiles() + " files");
            }
            var found = new ArrayList<Found>();
            var left = bounds.mostBytesInAll();
            for (var entry : entries(zip)) {
                var name = entry.getName().substring(prefix.length());
                if (wanted.test(name)) {
                    var bytes = read(zip, entry, bounds);
                    left -= bytes.length;
                    if (left < 0) {
                        throw Place.tooMuch("all scripts are more than " + bounds.mostBytesInAll() + " bytes");
                    }
                    found.add(new Found(name, bytes));
                }
            }
            return found;
        } catch (IOException failed) {
            throw Place.fault(failed);
        }
    }

    private List<? extends ZipEntry> entries(ZipFile zip) {
        return zip.stream()
                .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(prefix))
                .sorted(Comparator.comparing(ZipEntry::getName))
                .toList();
    }

    private static byte[] read(ZipFile zip, ZipEntry entry, Bounds bounds) throws IOException {
        try (var in = zip.getInputStream(entry)) {
            var bytes = in.readNBytes(bounds.mostBytes() + 1);
            if (bytes.length > bounds.mostBytes()) {
                throw Place.tooMuch(entry.getName() + " is more than " + bounds.mostBytes() + " bytes");
            }
            return bytes;
        }
    }
}
