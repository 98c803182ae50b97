package io.belay.demo.server;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A folder that lives as long as its owner.
 *
 * @param path where it is
 */
public record Folder(Path path) implements AutoCloseable {

    /**
     * Makes an empty one among the system's temporary files, for this user alone.
     *
     * @throws ServerException where it cannot be made
     */
    public static Folder temporary(String prefix) {
        try {
            return new Folder(Files.createTempDirectory(prefix).toRealPath());
        } catch (IOException cause) {
            throw new ServerException("no temporary folder can be made: " + cause.getMessage(), cause);
        }
    }

    /**
     * Deletes it with all that is in it.
     *
     * @throws ServerException where something is left
     */
    @Override
    public void close() {
        if (!Files.exists(path)) {
            return;
        }
        try {
            Files.walkFileTree(path, new Deletion());
        } catch (IOException cause) {
            throw new ServerException(path + " cannot be deleted: " + cause.getMessage(), cause);
        }
    }

    /** A server that has just stopped may still delete files of its own, so a file that is gone is no failure. */
    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
