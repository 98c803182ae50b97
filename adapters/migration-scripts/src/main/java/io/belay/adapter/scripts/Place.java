package io.belay.adapter.scripts;

import io.belay.core.Fault;
import io.belay.core.PortException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.ZipException;

/** Where files lie. */
interface Place {
    /** The files whose path is wanted, by path. */
    List<Found> files(Predicate<String> wanted, Bounds bounds);

    static PortException tooMuch(String what) {
        return new PortException(new Fault(Fault.Kind.REJECTED, what));
    }

    /** The only place where reading's exceptions become ours. */
    static PortException fault(IOException failed) {
        var kind = switch (failed) {
            case NoSuchFileException _, NotDirectoryException _ -> Fault.Kind.NOT_FOUND;
            case AccessDeniedException _ -> Fault.Kind.DENIED;
            case ZipException _ -> Fault.Kind.REJECTED;
            default -> Fault.Kind.UNREACHABLE;
        };
        return new PortException(
                new Fault(kind, failed.getClass().getSimpleName() + ": " + failed.getMessage()), failed);
    }
}
