package io.belay.adapter.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder that goes once the last test is done. */
final class PassingFolder {
    private PassingFolder() {}

    /** A fresh one; {@code first} is done before it goes. */
    static Path create(String name, Runnable first) throws IOException {
        var folder = Files.createTempDirectory(name);
        AtTheEnd.run(() -> {
            first.run();
            delete(folder);
        });
        return folder;
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
