package io.belay.adapter.report.baseline;

import static java.util.Objects.requireNonNull;

import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.migration.BaselinePlaces;
import io.belay.core.migration.BaselineSource;
import io.belay.core.schema.Picture;
import io.belay.core.settings.SettingException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Baselines in files. A path may lead anywhere that its reader may: who writes the system file says where it was recorded. */
public final class BaselineFiles implements BaselinePlaces {
    private final Path folder;

    /** Those whose path does not start at the root start at {@code folder}. */
    public BaselineFiles(Path folder) {
        this.folder = requireNonNull(folder, "folder");
    }

    @Override
    public BaselineSource at(String place) {
        if (place.isBlank()) {
            throw new SettingException("baseline", "the path of a file");
        }
        try {
            return new InFile(place, folder.resolve(place));
        } catch (InvalidPathException wrong) {
            throw new SettingException("baseline", "a path (" + wrong.getReason() + ")");
        }
    }

    private record InFile(String place, Path path) implements BaselineSource {
        @Override
        public Picture picture() {
            try {
                // A pipe would never end.
                if (Files.exists(path) && !Files.isRegularFile(path)) {
                    throw fault(Fault.Kind.REJECTED, "it is not a regular file");
                }
                try (var in = Files.newBufferedReader(path)) {
                    return Baseline.read(in);
                }
            } catch (NoSuchFileException _) {
                throw fault(Fault.Kind.NOT_FOUND, "no such file; record it with: migration-verify baseline");
            } catch (AccessDeniedException _) {
                throw fault(Fault.Kind.DENIED, "it may not be read");
            } catch (CharacterCodingException _) {
                throw fault(Fault.Kind.REJECTED, "it is not UTF-8");
            } catch (IllegalArgumentException wrong) {
                throw new PortException(new Fault(Fault.Kind.REJECTED, place + ": " + wrong.getMessage()), wrong);
            } catch (IOException broken) {
                throw new PortException(
                        new Fault(
                                Fault.Kind.UNREACHABLE,
                                place + ": " + broken.getClass().getSimpleName()),
                        broken);
            }
        }

        private PortException fault(Fault.Kind kind, String trouble) {
            return new PortException(new Fault(kind, place + ": " + trouble));
        }
    }
}
