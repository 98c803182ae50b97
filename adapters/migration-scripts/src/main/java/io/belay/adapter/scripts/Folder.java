package io.belay.adapter.scripts;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** A folder and those below it. A link to a folder is not followed; one to a file is, where the file lies in the folder. */
record Folder(Path root) implements Place {
    @Override
    public List<Found> files(Predicate<String> wanted, Bounds bounds) {
        try {
            if (!Files.isDirectory(root.toRealPath())) {
                throw new NotDirectoryException(root.toString());
            }
            var found = new ArrayList<Found>();
            var inside = root.toRealPath();
            var left = bounds.mostBytesInAll();
            for (var path : paths(inside, bounds)) {
                var name = name(inside, path);
                if (wanted.test(name)) {
                    var bytes = read(path, name, bounds);
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

    private static String name(Path inside, Path path) {
        return inside.relativize(path).toString().replace('\\', '/');
    }

    private static List<Path> paths(Path inside, Bounds bounds) throws IOException {
        var paths = new ArrayList<Path>();
        var seen = new int[1];
        Files.walkFileTree(inside, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (++seen[0] > bounds.mostFiles()) {
                    throw Place.tooMuch("more than " + bounds.mostFiles() + " files");
                }
                if (attributes.isRegularFile() || (attributes.isSymbolicLink() && leadsInside(file, inside))) {
                    paths.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        paths.sort(Comparator.comparing(path -> name(inside, path)));
        return paths;
    }

    private static boolean leadsInside(Path link, Path inside) throws IOException {
        return Files.isRegularFile(link) && link.toRealPath().startsWith(inside);
    }

    private static byte[] read(Path path, String name, Bounds bounds) throws IOException {
        try (var in = Files.newInputStream(path)) {
            var bytes = in.readNBytes(bounds.mostBytes() + 1);
            if (bytes.length > bounds.mostBytes()) {
                throw Place.tooMuch(name + " is more than " + bounds.mostBytes() + " bytes");
            }
            return bytes;
        }
    }
}
