package io.belay.runtime.cli;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A file that a person named to be written: looked at before the work, and written when there is something to write. */
final class OutputFile {
    private final String option;
    private final Path path;

    private OutputFile(String option, Path path) {
        this.option = option;
        this.path = path;
    }

    /**
     * The file at {@code path}, which can be written as far as one can tell.
     *
     * @param option the option that names it
     * @param read the file that is read, which it must not be
     * @throws WrongUse where it is a folder, its own is not there, or it may not be written
     */
    static OutputFile at(String option, Path path, Optional<Path> read) {
        if (read.isPresent() && same(path, read.get())) {
            throw new WrongUse(option + ": " + path + " is the file that is read");
        }
        if (Files.isDirectory(path)) {
            throw new WrongUse(option + ": " + path + " cannot be written (a folder)");
        }
        var folder = path.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new WrongUse(option + ": " + path + " cannot be written (its folder is not there)");
        }
        if (Files.exists(path) && !Files.isWritable(path)) {
            throw new WrongUse(option + ": " + path + " cannot be written (it is write-protected)");
        }
        return new OutputFile(option, path);
    }

    static boolean same(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException _) {
            return one.toAbsolutePath()
                    .normalize()
                    .equals(other.toAbsolutePath().normalize());
        }
    }

    /** Puts {@code text} in place of all that was there, which stays until the new is whole. */
    void replace(String text) {
        try {
            var real = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
            if (Files.exists(real) && !Files.isRegularFile(real)) {
                // A pipe or a device: nothing can take its place.
                Files.writeString(real, text);
                return;
            }
            var beside = real.resolveSibling(
                    real.getFileName() + "." + ProcessHandle.current().pid() + ".new");
            try {
                Files.writeString(beside, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                move(beside, real);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException broken) {
            throw new WrongUse(option + ": " + path + " cannot be written ("
                    + broken.getClass().getSimpleName() + ")");
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
