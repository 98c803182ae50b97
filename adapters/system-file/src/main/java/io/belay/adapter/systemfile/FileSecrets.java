package io.belay.adapter.systemfile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.SecretSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Secrets in files, as orchestrators mount them: <code>${file:/run/secrets/db}</code>. One line break at the end is no part
 * of the secret. A file holds up to 64 KiB of UTF-8.
 */
public final class FileSecrets implements SecretSource {
    private static final int MOST_BYTES = 64 << 10;

    private final Path folder;

    /** Secrets in files; paths that do not start at the root start at {@code folder}. */
    public FileSecrets(Path folder) {
        this.folder = folder;
    }

    @Override
    public String scheme() {
        return "file";
    }

    @Override
    public String read(String reference) {
        try {
            var path = folder.resolve(reference);
            // A pipe or a terminal would never end.
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                throw fault(Fault.Kind.REJECTED, reference, "is not a regular file");
            }
            return text(reference, path);
        } catch (NoSuchFileException | InvalidPathException _) {
            throw fault(Fault.Kind.NOT_FOUND, reference, "does not exist");
        } catch (AccessDeniedException _) {
            throw fault(Fault.Kind.DENIED, reference, "may not be read");
        } catch (CharacterCodingException _) {
            throw fault(Fault.Kind.REJECTED, reference, "is not UTF-8");
        } catch (IOException broken) {
            throw new PortException(
                    new Fault(Fault.Kind.UNREACHABLE, "the file " + reference + " cannot be read"), broken);
        }
    }

    private static String text(String reference, Path path) throws IOException {
        byte[] bytes;
        try (var in = Files.newInputStream(path)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw fault(Fault.Kind.REJECTED, reference, "is larger than 64 KiB");
        }
        var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        var secret = text.endsWith("\r\n")
                ? text.substring(0, text.length() - 2)
                : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        if (secret.isEmpty()) {
            throw fault(Fault.Kind.NOT_FOUND, reference, "is empty");
        }
        return secret;
    }

    private static PortException fault(Fault.Kind kind, String reference, String trouble) {
        return new PortException(new Fault(kind, "the file " + reference + " " + trouble));
    }
}
